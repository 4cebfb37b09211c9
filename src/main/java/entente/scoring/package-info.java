/** Computes the assessment of a scenario with a rule book: grading, points, ceilings, interval, confidence, ledger. */
@NullMarked
package entente.scoring;

import org.jspecify.annotations.NullMarked;

/** A scenario and a rule book become an assessment: grading, points, ceilings, interval, confidence, ledger. */
@NullMarked
package entente.scoring;

import org.jspecify.annotations.NullMarked;

/** Graded readings and findings become an assessment: points, ceilings, verdict, interval, confidence, ledger. */
@NullMarked
package entente.assessment;

import org.jspecify.annotations.NullMarked;

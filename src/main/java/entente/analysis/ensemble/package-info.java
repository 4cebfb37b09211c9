/** Evaluates many graded variants of a scenario in primitive arrays, and the designs that choose the variants. */
@NullMarked
package entente.analysis.ensemble;

import org.jspecify.annotations.NullMarked;

/** Exact attribution of a joint effect to its parts (Shapley values), used by comparisons and rule book differences. */
@NullMarked
package entente.analysis.attribution;

import org.jspecify.annotations.NullMarked;

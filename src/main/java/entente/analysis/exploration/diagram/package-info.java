/** A rule book as a diagram of what is left of it after each reading, and sums over all its paths. */
@NullMarked
package entente.analysis.exploration.diagram;

import org.jspecify.annotations.NullMarked;

/** Scenarios in the order of their dates, each with its change from the one before and the attribution of that. */
@NullMarked
package entente.analysis.series;

import org.jspecify.annotations.NullMarked;

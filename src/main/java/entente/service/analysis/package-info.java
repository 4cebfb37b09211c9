/** Analyses of scenarios over HTTP: comparisons, flips, sensitivities, explorations. */
@NullMarked
package entente.service.analysis;

import org.jspecify.annotations.NullMarked;

/**
 * Differences between scenarios, or of one scenario under two rule books, and their contributions to the likelihood.
 */
@NullMarked
package entente.analysis.comparison;

import org.jspecify.annotations.NullMarked;

/**
 * How scenarios, or one scenario under two rule books, differ, and how much of the likelihood each difference explains.
 */
@NullMarked
package entente.analysis.comparison;

import org.jspecify.annotations.NullMarked;

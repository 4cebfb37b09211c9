/** Differences between two rule books and their effects on scenarios. */
@NullMarked
package entente.quality.diff;

import org.jspecify.annotations.NullMarked;

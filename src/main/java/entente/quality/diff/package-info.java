/** How two rule books differ, and what that does to scenarios. */
@NullMarked
package entente.quality.diff;

import org.jspecify.annotations.NullMarked;

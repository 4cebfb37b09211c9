/** What cases and scenarios exercise of a rule book, condition by condition. */
@NullMarked
package entente.quality.coverage;

import org.jspecify.annotations.NullMarked;

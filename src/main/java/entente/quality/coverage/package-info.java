/** Coverage of a rule book by cases and scenarios, by condition. */
@NullMarked
package entente.quality.coverage;

import org.jspecify.annotations.NullMarked;

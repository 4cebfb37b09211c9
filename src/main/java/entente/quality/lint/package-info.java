/** Static checks of a rule book that loads: conditions that never hold, rules without effect, signs, sources. */
@NullMarked
package entente.quality.lint;

import org.jspecify.annotations.NullMarked;

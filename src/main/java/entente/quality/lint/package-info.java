/** Static checks of a rule book that loads: unsatisfiable conditions, rules without effect, signs, sources. */
@NullMarked
package entente.quality.lint;

import org.jspecify.annotations.NullMarked;

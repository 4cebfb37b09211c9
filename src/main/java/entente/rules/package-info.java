/** Loads, checks and runs the rule book and its catalogue; the only package that knows Drools. */
@NullMarked
package entente.rules;

import org.jspecify.annotations.NullMarked;

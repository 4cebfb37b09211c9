/** Reads, checks and compiles a rule book with Drools and fills its truth tables; the only package that uses Drools. */
@NullMarked
package entente.rulebook;

import org.jspecify.annotations.NullMarked;

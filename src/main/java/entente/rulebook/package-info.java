/**
 * Reads, validates and compiles rule books with Drools and fills their truth tables. The only package that uses Drools.
 */
@NullMarked
package entente.rulebook;

import org.jspecify.annotations.NullMarked;

/** What keeps a rule book trustworthy: lint, worked cases, coverage, and the difference between two books. */
@NullMarked
package entente.upkeep;

import org.jspecify.annotations.NullMarked;

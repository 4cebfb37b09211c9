/** Options that several commands share, and messages on wrong usage. */
@NullMarked
package entente.cli.usage;

import org.jspecify.annotations.NullMarked;

/** The command line: one class per command. */
@NullMarked
package entente.cli;

import org.jspecify.annotations.NullMarked;

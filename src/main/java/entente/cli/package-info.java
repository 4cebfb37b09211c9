/** The command line: one class for each command. */
@NullMarked
package entente.cli;

import org.jspecify.annotations.NullMarked;

/** The command line: a class for each command, or for a group of commands that share input or subject. */
@NullMarked
package entente.cli;

import org.jspecify.annotations.NullMarked;

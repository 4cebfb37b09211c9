/** The command line: one class a verb. */
@NullMarked
package entente.cli;

import org.jspecify.annotations.NullMarked;

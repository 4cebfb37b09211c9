/** Input and output of the command line: inputs, pipes, terminal, progress, exit codes. */
@NullMarked
package entente.cli.io;

import org.jspecify.annotations.NullMarked;

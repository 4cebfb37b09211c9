/** Options of ensembles, and their run with a progress bar that Ctrl+C ends cleanly. */
@NullMarked
package entente.cli.ensemble;

import org.jspecify.annotations.NullMarked;

/** A folder whose scenarios become briefings: which files are complete, what was done, and what is written. */
@NullMarked
package entente.cli.watch;

import org.jspecify.annotations.NullMarked;

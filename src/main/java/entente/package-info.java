/** Starts the command line, nothing else. */
@NullMarked
package entente;

import org.jspecify.annotations.NullMarked;

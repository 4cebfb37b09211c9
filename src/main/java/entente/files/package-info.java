/** Files and folders that a reader sees as a whole or not at all. */
@NullMarked
package entente.files;

import org.jspecify.annotations.NullMarked;

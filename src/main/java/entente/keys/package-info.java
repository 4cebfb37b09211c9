/** The file that says who may ask: names, what each may do, and the digests of their keys. */
@NullMarked
package entente.keys;

import org.jspecify.annotations.NullMarked;

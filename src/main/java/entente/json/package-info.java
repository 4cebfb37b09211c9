/** An assessment as JSON, the same bytes at every door. */
@NullMarked
package entente.json;

import org.jspecify.annotations.NullMarked;

/** What is asked of a scenario with uncertain readings. */
@NullMarked
package entente.model.exploration;

import org.jspecify.annotations.NullMarked;

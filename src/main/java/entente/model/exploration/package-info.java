/** What is asked of a scenario with uncertain readings: conditions, and worlds on which readings depend. */
@NullMarked
package entente.model.exploration;

import org.jspecify.annotations.NullMarked;

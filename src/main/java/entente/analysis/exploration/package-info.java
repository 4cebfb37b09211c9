/** The exact probability of each verdict where readings are uncertain, without sampling. */
@NullMarked
package entente.analysis.exploration;

import org.jspecify.annotations.NullMarked;

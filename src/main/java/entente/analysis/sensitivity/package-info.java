/** The effect of each single reading on the likelihood, and its tipping points. */
@NullMarked
package entente.analysis.sensitivity;

import org.jspecify.annotations.NullMarked;

/** The domain model: indicators, grades, readings, scenarios, points and likelihoods. Depends on no framework. */
@NullMarked
package entente.model;

import org.jspecify.annotations.NullMarked;

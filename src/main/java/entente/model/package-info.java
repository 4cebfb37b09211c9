/**
 * The subject: indicators, grades, readings, scenarios, points and likelihoods as records and enums. Knows no framework.
 */
@NullMarked
package entente.model;

import org.jspecify.annotations.NullMarked;

/** A rule book as data: rules, their conditions and weights, ceilings and the numbers behind them. */
@NullMarked
package entente.model.rule;

import org.jspecify.annotations.NullMarked;

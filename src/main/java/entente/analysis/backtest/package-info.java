/** Verdicts on past scenarios compared with observed outcomes: hits and Brier scores. */
@NullMarked
package entente.analysis.backtest;

import org.jspecify.annotations.NullMarked;

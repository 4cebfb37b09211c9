/** Verdicts on past scenarios compared with observed outcomes: hits, Brier score, calibration. */
@NullMarked
package entente.analysis.backtest;

import org.jspecify.annotations.NullMarked;

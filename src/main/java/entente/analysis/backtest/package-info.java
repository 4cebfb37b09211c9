/** Verdicts on past scenarios held against what happened: hits, Brier score, calibration. */
@NullMarked
package entente.analysis.backtest;

import org.jspecify.annotations.NullMarked;

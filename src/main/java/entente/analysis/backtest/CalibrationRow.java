package entente.analysis.backtest;

import entente.model.Band;

/**
 * The cases whose likelihood lies in one band.
 *
 * @param meanPercent mean of their likelihoods, to a tenth
 * @param events number of cases in which the alliance was in force
 */
public record CalibrationRow(Band band, int cases, double meanPercent, int events) {

    /** The observed frequency of the event, in percent of the cases. */
    public double observedPercent() {
        return 100.0 * events / cases;
    }
}

package entente.analysis.backtest;

import entente.model.Band;

/**
 * The cases whose likelihood lies in one band.
 *
 * @param meanPercent mean of their likelihoods, to a tenth
 * @param events in how many of them the alliance was in force
 */
public record CalibrationRow(Band band, int cases, double meanPercent, int events) {

    /** How often the event came, in percent of the cases. */
    public double observedPercent() {
        return 100.0 * events / cases;
    }
}

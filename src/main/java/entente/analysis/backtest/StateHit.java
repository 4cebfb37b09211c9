package entente.analysis.backtest;

/** How the expected relationship compares with the observed one. */
public enum StateHit {
    /** The observed relationship is the expected one. */
    EXPECTED,
    /** The observed relationship is not the expected one, or none is, but is possible given the unknown readings. */
    IN_RANGE,
    /** The observed relationship is not possible for any value of the unknown readings. */
    MISSED
}

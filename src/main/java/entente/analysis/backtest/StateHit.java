package entente.analysis.backtest;

/** How the expected state of the relationship stands to the one that was observed. */
public enum StateHit {
    /** It is the one state that is expected. */
    EXPECTED,
    /** Not the one expected, or no single one is; the unknown readings allow it. */
    IN_RANGE,
    /** No way of filling what is unknown gives it. */
    MISSED
}

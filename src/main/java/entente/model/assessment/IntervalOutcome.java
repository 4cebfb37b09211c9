package entente.model.assessment;

/** The result of a backtest by interval instead of point likelihood. */
public enum IntervalOutcome {
    /** Right for all values of the open readings. */
    RIGHT,
    /** Right or wrong depending on the open readings. */
    OPEN,
    /** Wrong for all values of the open readings. */
    WRONG
}

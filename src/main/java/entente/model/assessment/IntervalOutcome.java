package entente.model.assessment;

/** What the interval, rather than the point in it, says of the event. */
public enum IntervalOutcome {
    /** Right whatever the open readings are. */
    RIGHT,
    /** The open readings allow either answer. */
    OPEN,
    /** Wrong whatever the open readings are. */
    WRONG
}

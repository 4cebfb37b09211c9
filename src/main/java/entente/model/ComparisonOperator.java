package entente.model;

/** The comparisons of a condition. */
public enum ComparisonOperator {
    AT_LEAST,
    AT_MOST;

    /** Whether a higher reading can meet the condition (1) or only a lower one (-1). */
    public int direction() {
        return this == AT_LEAST ? 1 : -1;
    }
}

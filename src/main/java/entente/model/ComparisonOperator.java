package entente.model;

/** The two comparisons that a condition may make. */
public enum ComparisonOperator {
    AT_LEAST,
    AT_MOST
}

package entente.model;

/** The comparisons of a condition. */
public enum ComparisonOperator {
    AT_LEAST,
    AT_MOST
}

package entente.domain;

/** The two comparisons that a condition may make. */
public enum Comparison {
    AT_LEAST,
    AT_MOST
}

package entente.model.assessment;

/** How well founded a judgement is, independent of the likelihood. */
public enum ConfidenceLevel {
    LOW,
    MODERATE,
    HIGH
}

package entente.model.assessment;

/** How firm the ground under a judgement is; says nothing of the event. */
public enum ConfidenceLevel {
    LOW,
    MODERATE,
    HIGH
}

package entente.model.rule;

/** Kinds of ceilings. Of the first four only the last one that holds applies; INCIDENT applies after it. */
public enum CeilingKind {
    NO_SWITCH,
    SWITCH,
    DECISION,
    WORKING_PACT,
    INCIDENT
}

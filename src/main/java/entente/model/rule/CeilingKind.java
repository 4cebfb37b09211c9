package entente.model.rule;

/**
 * What holds the likelihood down. Of the first four exactly one is in force, the last of them that holds; the
 * incident's comes after it, on what that one left.
 */
public enum CeilingKind {
    NO_SWITCH,
    SWITCH,
    DECISION,
    WORKING_PACT,
    INCIDENT
}

package entente.model;

/** The states of the relationship that the article distinguishes, from rivalry to an operational alliance. */
public enum Relationship {
    OPEN_RIVALRY,
    WEAKENING,
    MIXED,
    STRATEGIC_PARTNERSHIP,
    INFORMAL_ALLIANCE,
    FORMAL_ALLIANCE,
    OPERATIONAL_ALLIANCE
}

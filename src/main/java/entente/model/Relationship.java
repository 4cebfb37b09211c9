package entente.model;

/** The states that the article tells apart, from enmity to the fully operational alliance. */
public enum Relationship {
    OPEN_RIVALRY,
    WEAKENING,
    MIXED,
    STRATEGIC_PARTNERSHIP,
    INFORMAL_ALLIANCE,
    FORMAL_ALLIANCE,
    OPERATIONAL_ALLIANCE
}

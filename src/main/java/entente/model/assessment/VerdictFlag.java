package entente.model.assessment;

/** Conditions reported with the state of the relationship. */
public enum VerdictFlag {
    /** A defence pact is in force that its members no longer honour. */
    HOLLOW_ALLIANCE,
    /** Informal alliance or closer without a defence pact, and no operational alliance within reach. */
    ALLIANCE_WITHOUT_TREATY,
    /** No pact yet, but the condition of the second ceiling has opened the way to an operational alliance. */
    WITHIN_REACH
}

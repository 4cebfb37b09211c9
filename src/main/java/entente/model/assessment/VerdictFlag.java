package entente.model.assessment;

/** What a reader must not miss beside the state of the relationship. */
public enum VerdictFlag {
    /** A defence pact is in force that its members no longer honour. */
    HOLLOW_ALLIANCE,
    /** Informal alliance or more without a defence pact, and not within reach of an operational one. */
    ALLIANCE_WITHOUT_TREATY,
    /** No pact yet, but the shock has opened the way to an operational alliance. */
    WITHIN_REACH
}

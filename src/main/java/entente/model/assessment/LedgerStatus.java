package entente.model.assessment;

/** What became of a rule. */
public enum LedgerStatus {
    FIRED,
    NOT_FIRED,
    /** No known condition fails and at least one waits for an unknown reading. */
    UNDETERMINED,
    /** It holds, but another rule silences it. */
    OVERRIDDEN,
    /** Switched off by an assumption. */
    DISABLED
}

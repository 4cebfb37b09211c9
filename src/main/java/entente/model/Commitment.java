package entente.model;

/**
 * The obligation of the treaty in force. Reported apart from the relationship, as a pact can be in force between
 * rivals.
 */
public enum Commitment {
    NONE,
    FRIENDSHIP,
    CONSULTATION,
    SUPPORT,
    DEFENCE,
    UNKNOWN
}

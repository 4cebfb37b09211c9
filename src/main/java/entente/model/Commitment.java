package entente.model;

/** What the treaty in force commits the two to: a second axis, for a pact was once in force between enemies. */
public enum Commitment {
    NONE,
    FRIENDSHIP,
    CONSULTATION,
    SUPPORT,
    DEFENCE,
    UNKNOWN
}

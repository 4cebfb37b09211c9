package entente.model;

/** The two questions that claims bear on. Their scores are never combined. */
public enum Question {
    /** How likely is a working mutual-defence commitment within the horizon? */
    ALLIANCE,
    /** How deep is the partnership, short of an alliance? */
    PARTNERSHIP
}

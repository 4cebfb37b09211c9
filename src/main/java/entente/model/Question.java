package entente.model;

/** The two questions that a claim can bear on. They are never mixed into one score. */
public enum Question {
    /** How likely is a working mutual-defence commitment within the horizon? */
    ALLIANCE,
    /** How deep is the partnership short of that? */
    PARTNERSHIP
}

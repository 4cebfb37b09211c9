package entente.model;

/**
 * The role of a group: barrier to the alliance, driver of it, state of the relationship, or interplay between rules.
 */
public enum GroupKind {
    BARRIER,
    DRIVER,
    STATE,
    INTERPLAY
}

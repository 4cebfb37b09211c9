package entente.model;

/** What a group of claims is to the alliance: it bars it, drives it, is a state of it, or bends the others. */
public enum GroupKind {
    BARRIER,
    DRIVER,
    STATE,
    INTERPLAY
}

package entente.model;

/** The historical outcome of a past scenario. Verdicts do not depend on it. */
public record ObservedOutcome(Relationship relationship, boolean allianceInForce, String source) {}

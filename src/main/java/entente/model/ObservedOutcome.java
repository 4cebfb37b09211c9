package entente.model;

/** What history says of a past scenario; a verdict never reads it. */
public record ObservedOutcome(Relationship relationship, boolean allianceInForce, String source) {}

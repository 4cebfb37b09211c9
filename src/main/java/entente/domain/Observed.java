package entente.domain;

/** What history says of a past scenario; a verdict never reads it. */
public record Observed(Relationship relationship, boolean allianceInForce, String source) {}

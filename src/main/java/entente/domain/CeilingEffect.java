package entente.domain;

/** What a ceiling in force took back. */
public record CeilingEffect(String rule, Ceiling ceiling, Points takenBack) {}

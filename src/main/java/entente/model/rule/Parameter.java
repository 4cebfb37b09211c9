package entente.model.rule;

/** A numeric parameter with the reason for its value. */
public record Parameter(double value, String reason) {}

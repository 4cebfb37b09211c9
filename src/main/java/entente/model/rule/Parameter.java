package entente.model.rule;

/** A number that decides something, with the reason why it is that number. */
public record Parameter(double value, String reason) {}

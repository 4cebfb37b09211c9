package entente.domain;

/** A number that decides something, with the reason why it is that number. */
public record Figure(double value, String reason) {}

package entente.domain;

/** The verdict under another base rate. */
public record OutsideView(double baseRatePercent, Percent likelihood) {}

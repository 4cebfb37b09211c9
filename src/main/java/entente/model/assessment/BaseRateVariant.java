package entente.model.assessment;

import entente.model.Percent;

/** The verdict under another base rate. */
public record BaseRateVariant(double baseRatePercent, Percent likelihood) {}

package entente.model.assessment;

/** By how much the interval narrows, on average over the grades it may have, once this reading is known. */
public record IntervalReduction(String indicator, double narrowsPercent) {}

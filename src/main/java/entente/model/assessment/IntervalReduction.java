package entente.model.assessment;

/** Expected narrowing of the interval if this reading becomes known, averaged over its possible grades. */
public record IntervalReduction(String indicator, double narrowsPercent) {}

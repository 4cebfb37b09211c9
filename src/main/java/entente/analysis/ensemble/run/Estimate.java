package entente.analysis.ensemble.run;

/**
 * A share of the variants.
 *
 * @param variants their number
 * @param probability their share; for a full grid, the sum of their probabilities
 * @param standardError that of as many independent random variants, which the other samples rarely exceed; 0 for a
 *     full grid
 */
public record Estimate(long variants, double probability, double standardError) {}

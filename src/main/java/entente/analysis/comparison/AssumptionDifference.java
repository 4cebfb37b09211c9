package entente.analysis.comparison;

import entente.model.AssumptionKind;

/**
 * One assumption that two scenarios do not share.
 *
 * @param pointer JSON pointer into a scenario
 * @param before what the first scenario takes for granted, or the book where that says nothing of it
 */
public record AssumptionDifference(AssumptionKind kind, String pointer, String before, String after) {}

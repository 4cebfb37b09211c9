package entente.analysis.comparison;

import entente.model.AssumptionKind;

/**
 * One assumption that differs between two scenarios.
 *
 * @param pointer JSON pointer into a scenario
 * @param before value of the first scenario, or of the rule book if the scenario does not set it
 */
public record AssumptionDifference(AssumptionKind kind, String pointer, String before, String after) {}

package entente.quality.coverage;

import entente.model.RuleCondition;

/**
 * How often a condition of a rule was seen either way.
 *
 * @param held with whatever else
 * @param failed on a known reading, with whatever else
 * @param heldBesideOthers while all other conditions of its rule held as well
 * @param failedAlone while all other conditions of its rule held: it alone kept the rule silent
 */
public record ConditionCoverage(RuleCondition condition, int held, int failed, int heldWithOthers, int failedAlone) {}

package entente.quality.coverage;

import entente.model.RuleCondition;

/**
 * How often a condition of a rule held or failed.
 *
 * @param held regardless of the other conditions
 * @param failed on a known reading, regardless of the other conditions
 * @param heldWithOthers while all other conditions of the rule held
 * @param failedAlone while all other conditions of the rule held, so that it was decisive
 */
public record ConditionCoverage(RuleCondition condition, int held, int failed, int heldWithOthers, int failedAlone) {}

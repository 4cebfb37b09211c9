package entente.analysis.exploration;

import entente.model.RuleCondition;
import java.util.List;

/**
 * Conditions under which a verdict is reached more often than otherwise, as scenario discovery calls it.
 *
 * @param conditions that all hold, in the order of the catalogue
 * @param probability of the cases in which they hold
 * @param density the share of these cases that reach the verdict
 * @param coverage the share of all cases that reach the verdict in which they hold
 * @param addedCoverage the part of it that no box before this one has
 */
public record Box(
        List<RuleCondition> conditions, double probability, double density, double coverage, double addedCoverage) {}

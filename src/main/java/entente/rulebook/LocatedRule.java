package entente.rulebook;

import entente.model.rule.Rule;
import java.util.List;

/**
 * A rule with the place of its first line, for faults that show only beside other rules.
 *
 * @param conditionLines where each condition stands, in their order
 */
record LocatedRule(Rule rule, String file, int line, List<Integer> conditionLines) {}

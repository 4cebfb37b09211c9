package entente.rulebook;

import entente.model.rule.Rule;
import java.util.List;

/**
 * A rule with its location, for faults that are detected by comparison with other rules.
 *
 * @param conditionLines line of each condition, in order
 */
record LocatedRule(Rule rule, String file, int line, List<Integer> conditionLines) {}

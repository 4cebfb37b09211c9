package entente.rules;

import entente.domain.Rule;
import java.util.List;

/**
 * A rule with the place of its first line, for faults that show only beside other rules.
 *
 * @param conditionLines where each condition stands, in their order
 */
record PlacedRule(Rule rule, String file, int line, List<Integer> conditionLines) {}

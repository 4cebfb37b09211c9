package entente.sidebyside;

import entente.model.rule.Rule;

/**
 * A claim with its points.
 *
 * @param points in hundredths, as the product counts them
 */
record WeightedRule(Rule rule, int points) {}

package entente.rules;

import entente.domain.Rule;

/** A rule with the place of its first line, for faults that show only beside other rules. */
record PlacedRule(Rule rule, String file, int line) {}

package entente.quality.mutation;

import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A rule book with one change.
 *
 * @param id original and replacement: readable and stable
 * @param subject the changed rule, indicator or number
 * @param rule the changed rule; empty if a rule is removed or no rule is changed
 * @param book the changed rule book; empty if it does not load
 */
record Mutant(Operator operator, String id, String subject, Optional<Rule> rule, Supplier<Optional<RuleBook>> book) {}

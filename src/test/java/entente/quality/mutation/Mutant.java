package entente.quality.mutation;

import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The book with one change.
 *
 * @param id what stands in the book and what in its place: readable, and the same from run to run
 * @param subject the rule, indicator or number that is changed
 * @param rule the rule as it is changed; empty where a rule is left out and where no rule is changed
 * @param book the whole changed book; empty where its readers would refuse it
 */
record Mutant(Operator operator, String id, String subject, Optional<Rule> rule, Supplier<Optional<RuleBook>> book) {}

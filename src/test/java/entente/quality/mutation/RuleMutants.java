package entente.quality.mutation;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Question;
import entente.model.RuleCondition;
import entente.model.Strength;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.rulebook.RewrittenRuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * All changes of one line in one rule. The parsed cards are changed, not the text, since the compiled book is written
 * from the cards. The full run also writes each card as text and parses it, to verify both.
 */
final class RuleMutants {

    private final RuleBook book;
    private final List<String> tags;
    private final List<Mutant> mutants = new ArrayList<>();

    private RuleMutants(RuleBook book) {
        this.book = book;
        this.tags = book.rules().stream()
                .flatMap(r -> r.tags().stream())
                .distinct()
                .sorted()
                .toList();
    }

    static List<Mutant> of(RuleBook book) {
        RuleMutants all = new RuleMutants(book);
        book.rules().forEach(all::of);
        return all.mutants;
    }

    private void of(Rule rule) {
        for (int c = 0; c < rule.conditions().size(); c++) {
            condition(rule, c);
        }
        add(Operator.RULE, rule, "rule", "left out", Optional.empty());
        for (Question question : Question.values()) {
            rule.weight(question).ifPresent(weight -> weight(rule, question, weight));
        }
        if (rule.kind() == RuleKind.OVERRIDE) {
            overrides(rule);
        } else {
            tags(rule);
        }
        rule.ceiling().ifPresent(kind -> {
            for (CeilingKind other : CeilingKind.values()) {
                if (other != kind) {
                    add(
                            Operator.CEILING_KIND,
                            rule,
                            "ceiling " + kind,
                            other.name(),
                            Optional.of(new Card(rule).ceiling(other)));
                }
            }
        });
    }

    private void condition(Rule rule, int place) {
        RuleCondition condition = rule.conditions().get(place);
        Grade[] grades = Grade.values();
        int threshold = condition.threshold().ordinal();
        for (int other : List.of(threshold - 1, threshold + 1)) {
            if (other > Grade.UNKNOWN.ordinal() && other < grades.length) {
                change(
                        Operator.THRESHOLD,
                        rule,
                        place,
                        new RuleCondition(condition.indicator(), condition.comparison(), grades[other]));
            }
        }
        ComparisonOperator turned = condition.comparison() == ComparisonOperator.AT_LEAST
                ? ComparisonOperator.AT_MOST
                : ComparisonOperator.AT_LEAST;
        change(
                Operator.COMPARISON,
                rule,
                place,
                new RuleCondition(condition.indicator(), turned, condition.threshold()));
        List<RuleCondition> fewer = new ArrayList<>(rule.conditions());
        fewer.remove(place);
        add(
                Operator.CONDITION,
                rule,
                condition.indicator() + " " + asks(condition),
                "left out",
                Optional.of(new Card(rule).conditions(fewer)));
    }

    private void change(Operator operator, Rule rule, int place, RuleCondition other) {
        RuleCondition condition = rule.conditions().get(place);
        List<RuleCondition> changed = new ArrayList<>(rule.conditions());
        changed.set(place, other);
        add(
                operator,
                rule,
                condition.indicator() + " " + asks(condition),
                asks(other),
                Optional.of(new Card(rule).conditions(changed)));
    }

    private static String asks(RuleCondition condition) {
        return (condition.comparison() == ComparisonOperator.AT_LEAST ? "at least " : "at most ")
                + condition.threshold();
    }

    private void weight(Rule rule, Question question, Weight weight) {
        String what = question.name().toLowerCase(Locale.ROOT) + " " + weight;
        Function<Optional<Weight>, Card> with = other ->
                question == Question.ALLIANCE ? new Card(rule).alliance(other) : new Card(rule).partnership(other);
        List<Strength> strengths =
                book.weights().of(question).keySet().stream().sorted().toList();
        for (Weight other : Weight.values()) {
            if (!strengths.contains(other.strength())) {
                continue;
            }
            int apart = Math.abs(strengths.indexOf(other.strength()) - strengths.indexOf(weight.strength()));
            boolean sameSide = other.direction() == weight.direction();
            if (sameSide ? apart == 1 : apart == 0) {
                add(
                        sameSide ? Operator.STRENGTH : Operator.SIDE,
                        rule,
                        what,
                        other.name(),
                        Optional.of(with.apply(Optional.of(other))));
            }
        }
        add(Operator.WEIGHT, rule, what, "left out", Optional.of(with.apply(Optional.empty())));
    }

    private void tags(Rule rule) {
        for (String tag : rule.tags()) {
            List<String> fewer = without(rule.tags(), tag);
            add(Operator.TAG, rule, "tag " + tag, "left out", Optional.of(new Card(rule).tags(fewer)));
        }
        for (String tag : without(tags, rule.tags())) {
            List<String> more = with(rule.tags(), tag);
            add(Operator.TAG_ADDED, rule, "tag " + tag, "added", Optional.of(new Card(rule).tags(more)));
        }
    }

    private void overrides(Rule rule) {
        List<String> others = without(tags, rule.overrides());
        for (String tag : rule.overrides()) {
            List<String> fewer = without(rule.overrides(), tag);
            add(Operator.OVERRIDE, rule, "overrides " + tag, "left out", Optional.of(new Card(rule).overrides(fewer)));
            for (String other : others) {
                Card changed = new Card(rule).overrides(with(fewer, other));
                add(Operator.OVERRIDE, rule, "overrides " + tag, other, Optional.of(changed));
            }
        }
        for (String other : others) {
            Card more = new Card(rule).overrides(with(rule.overrides(), other));
            add(Operator.OVERRIDE, rule, "overrides " + other, "added", Optional.of(more));
        }
    }

    private static List<String> with(List<String> words, String word) {
        List<String> more = new ArrayList<>(words);
        more.add(word);
        return more;
    }

    private static List<String> without(List<String> words, List<String> left) {
        return words.stream().filter(w -> !left.contains(w)).toList();
    }

    private static List<String> without(List<String> words, String word) {
        return without(words, List.of(word));
    }

    private void add(Operator operator, Rule rule, String from, String to, Optional<Card> card) {
        Optional<Rule> changed = card.map(Card::rule);
        String arrow = to.equals("left out") || to.equals("added") ? " " : " → ";
        mutants.add(new Mutant(operator, rule.id() + ": " + from + arrow + to, rule.id(), changed, () -> {
            List<Rule> rules = new ArrayList<>(book.rules());
            int place = rules.indexOf(rule);
            rules.remove(place);
            changed.ifPresent(rules::add);
            return RewrittenRuleBook.rules(book, rules);
        }));
    }
}

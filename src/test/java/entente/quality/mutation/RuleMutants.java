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
import entente.quality.mutation.MutationRun.Mutant;
import entente.quality.mutation.MutationRun.Operator;
import entente.rulebook.RewrittenRuleBook;
import entente.testkit.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All changes of one line in one rule: of the parsed cards, since the compiled book is written from them. */
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
        add(Operator.RULE, rule, "rule left out", Optional.empty());
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
                    change(
                            Operator.CEILING_KIND,
                            rule,
                            "ceiling " + kind + " → " + other,
                            "ceiling",
                            Optional.of(other));
                }
            }
        });
    }

    private void condition(Rule rule, int place) {
        RuleCondition condition = rule.conditions().get(place);
        for (Grade grade : Grade.values()) {
            if (grade != Grade.UNKNOWN
                    && Math.abs(grade.ordinal() - condition.threshold().ordinal()) == 1) {
                condition(
                        Operator.THRESHOLD,
                        rule,
                        place,
                        Optional.of(new RuleCondition(condition.indicator(), condition.comparison(), grade)));
            }
        }
        ComparisonOperator turned = condition.comparison() == ComparisonOperator.AT_LEAST
                ? ComparisonOperator.AT_MOST
                : ComparisonOperator.AT_LEAST;
        condition(
                Operator.COMPARISON,
                rule,
                place,
                Optional.of(new RuleCondition(condition.indicator(), turned, condition.threshold())));
        condition(Operator.CONDITION, rule, place, Optional.empty());
    }

    private void condition(Operator operator, Rule rule, int place, Optional<RuleCondition> other) {
        List<RuleCondition> conditions = new ArrayList<>(rule.conditions());
        RuleCondition before = conditions.remove(place);
        other.ifPresent(condition -> conditions.add(place, condition));
        String change = other.map(condition -> " → " + asks(condition)).orElse(" left out");
        change(operator, rule, before.indicator() + " " + asks(before) + change, "conditions", conditions);
    }

    private static String asks(RuleCondition condition) {
        return (condition.comparison() == ComparisonOperator.AT_LEAST ? "at least " : "at most ")
                + condition.threshold();
    }

    private void weight(Rule rule, Question question, Weight weight) {
        String component = question.name().toLowerCase(Locale.ROOT);
        String what = component + " " + weight;
        List<Strength> strengths =
                book.weights().of(question).keySet().stream().sorted().toList();
        for (Weight other : Weight.values()) {
            if (!strengths.contains(other.strength())) {
                continue;
            }
            int apart = Math.abs(strengths.indexOf(other.strength()) - strengths.indexOf(weight.strength()));
            boolean sameSide = other.direction() == weight.direction();
            if (sameSide ? apart == 1 : apart == 0) {
                Operator operator = sameSide ? Operator.STRENGTH : Operator.SIDE;
                change(operator, rule, what + " → " + other, component, Optional.of(other));
            }
        }
        change(Operator.WEIGHT, rule, what + " left out", component, Optional.empty());
    }

    private void tags(Rule rule) {
        for (String tag : tags) {
            boolean there = rule.tags().contains(tag);
            change(
                    there ? Operator.TAG : Operator.TAG_ADDED,
                    rule,
                    "tag " + tag + (there ? " left out" : " added"),
                    "tags",
                    toggled(rule.tags(), tag));
        }
    }

    private void overrides(Rule rule) {
        for (String tag : tags) {
            boolean there = rule.overrides().contains(tag);
            List<String> toggled = toggled(rule.overrides(), tag);
            String what = "overrides " + tag;
            change(Operator.OVERRIDE, rule, what + (there ? " left out" : " added"), "overrides", toggled);
            for (String other : tags) {
                if (there && !rule.overrides().contains(other)) {
                    change(Operator.OVERRIDE, rule, what + " → " + other, "overrides", toggled(toggled, other));
                }
            }
        }
    }

    private static List<String> toggled(List<String> words, String word) {
        List<String> toggled = new ArrayList<>(words);
        if (!toggled.remove(word)) {
            toggled.add(word);
        }
        return toggled;
    }

    private void change(Operator operator, Rule rule, String what, String component, Object value) {
        add(operator, rule, what, Optional.of(Records.with(rule, component, value)));
    }

    private void add(Operator operator, Rule rule, String what, Optional<Rule> changed) {
        mutants.add(new Mutant(operator, rule.id() + ": " + what, rule.id(), () -> {
            List<Rule> rules = new ArrayList<>(book.rules());
            rules.remove(rule);
            changed.ifPresent(rules::add);
            return RewrittenRuleBook.rules(book, rules);
        }));
    }
}

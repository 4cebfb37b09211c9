package entente.quality.mutation;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Points;
import entente.model.Question;
import entente.model.RuleCondition;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBook.Parameter;
import entente.model.rule.RuleKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether two rule books are equivalent: the same ledger row of each rule for all grades of the indicators that it and
 * its overrides read, and for all disabled overrides; the same points and parameters. The finite space is enumerated
 * rule by rule. If the result is true, no case can distinguish the books.
 *
 * <p>May be false for equivalent books: a limit that no sum reaches still counts as a difference.
 */
final class SameAnswers {

    private final RuleBook one;
    private final RuleBook other;

    private SameAnswers(RuleBook one, RuleBook other) {
        this.one = one;
        this.other = other;
    }

    static boolean everywhere(RuleBook one, RuleBook other) {
        return new SameAnswers(one, other).everywhere();
    }

    private boolean everywhere() {
        Map<String, Rule> here = byId(one);
        Map<String, Rule> there = byId(other);
        boolean silencing = !overrides(one).equals(overrides(other));
        return figures(one).equals(figures(other))
                && (one.catalogue() == other.catalogue() || scales(one).equals(scales(other)))
                && here.keySet().equals(there.keySet())
                && here.keySet().stream().allMatch(id -> same(here.get(id), there.get(id), silencing));
    }

    private static Map<String, Rule> byId(RuleBook book) {
        return book.rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
    }

    private static List<Rule> overrides(RuleBook book) {
        return book.rules().stream().filter(r -> r.kind() == RuleKind.OVERRIDE).toList();
    }

    /** Everything except the rules, in effective points. */
    private static List<Object> figures(RuleBook book) {
        Map<CeilingKind, List<Object>> ceilings = new EnumMap<>(CeilingKind.class);
        book.ceilings().forEach((kind, c) -> ceilings.put(kind, List.of(c.knee(), c.share(), c.limit())));
        return List.of(
                ceilings,
                book.referenceClasses(),
                book.relationship().floors().values().stream()
                        .map(Parameter::value)
                        .map(Points::of)
                        .toList(),
                book.relationship().withPact().value(),
                book.relationship().withSwitch().value(),
                book.confidence());
    }

    /** For each indicator, the cut points that some rule depends on. */
    private static Map<String, List<Double>> scales(RuleBook book) {
        Map<String, List<Double>> scales = new HashMap<>();
        for (Indicator indicator : book.catalogue().indicators()) {
            List<RuleCondition> asked = book.rules().stream()
                    .flatMap(r -> r.conditions().stream())
                    .filter(c -> c.indicator().equals(indicator.id()))
                    .toList();
            List<Double> read = new ArrayList<>();
            for (Grade grade : List.of(Grade.LOW, Grade.MODERATE, Grade.HIGH, Grade.VERY_HIGH)) {
                Grade below = Grade.values()[grade.ordinal() - 1];
                boolean distinguishes = asked.stream().anyMatch(c -> c.isMetBy(grade) != c.isMetBy(below));
                read.add(distinguishes ? indicator.scale().from(grade) : Double.NaN);
            }
            scales.put(indicator.id(), read);
        }
        return scales;
    }

    /** @param silencing whether the overrides of the two books differ */
    private boolean same(Rule here, Rule there, boolean silencing) {
        return card(one, here).equals(card(other, there)) && ((here == there && !silencing) || sameRow(here, there));
    }

    /** The effect of a rule that holds. */
    private static List<Object> card(RuleBook book, Rule rule) {
        return List.of(
                rule.group(),
                rule.ceiling(),
                book.relationship().isPact(rule),
                points(book, rule, Question.ALLIANCE),
                points(book, rule, Question.PARTNERSHIP));
    }

    private static Points points(RuleBook book, Rule rule, Question question) {
        return rule.weight(question)
                .map(w -> Points.of(w.direction()
                        * book.weights().of(question).get(w.strength()).value()))
                .orElse(Points.ZERO);
    }

    private static List<Rule> silencing(RuleBook book, Rule rule) {
        return book.rules().stream()
                .filter(r -> r.overrides().stream().anyMatch(rule.tags()::contains))
                .toList();
    }

    private boolean sameRow(Rule here, Rule there) {
        List<Rule> silencingHere = silencing(one, here);
        List<Rule> silencingThere = silencing(other, there);
        List<RuleCondition> asked = Stream.of(List.of(here, there), silencingHere, silencingThere)
                .flatMap(rules -> rules.stream().flatMap(r -> r.conditions().stream()))
                .toList();
        List<String> indicators =
                asked.stream().map(RuleCondition::indicator).distinct().sorted().toList();
        List<String> overrides = Stream.concat(silencingHere.stream(), silencingThere.stream())
                .map(Rule::id)
                .distinct()
                .toList();
        return worlds(asked, indicators, 0, new HashMap<>(), world -> {
            for (int off = 0; off < 1 << overrides.size(); off++) {
                Set<String> without = new TreeSet<>();
                for (int o = 0; o < overrides.size(); o++) {
                    if ((off & 1 << o) != 0) {
                        without.add(overrides.get(o));
                    }
                }
                if (!row(here, silencingHere, world, without).equals(row(there, silencingThere, world, without))) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Enumerates one grade of each class that the conditions distinguish, for every indicator. */
    private static boolean worlds(
            List<RuleCondition> asked,
            List<String> indicators,
            int depth,
            Map<String, Grade> world,
            Predicate<Map<String, Grade>> law) {
        if (depth == indicators.size()) {
            return law.test(world);
        }
        String indicator = indicators.get(depth);
        Set<List<Boolean>> kinds = new HashSet<>();
        for (Grade grade : Grade.values()) {
            List<Boolean> kind = asked.stream()
                    .filter(c -> c.indicator().equals(indicator))
                    .map(c -> c.isMetBy(grade))
                    .toList();
            world.put(indicator, grade);
            // Unknown differs from known even if the condition fails: the row is undetermined.
            boolean met = grade != Grade.UNKNOWN && !kinds.add(kind);
            if (!met && !worlds(asked, indicators, depth + 1, world, law)) {
                return false;
            }
        }
        return true;
    }

    /** The status of a rule, and what silences it. */
    private static String row(Rule rule, List<Rule> silencing, Map<String, Grade> world, Set<String> without) {
        if (!holds(rule, world)) {
            boolean fails = rule.conditions().stream()
                    .anyMatch(c -> world.get(c.indicator()) != Grade.UNKNOWN && !c.isMetBy(world.get(c.indicator())));
            return fails ? "not fired" : "undetermined";
        }
        return silencing.stream()
                .filter(r -> !without.contains(r.id()) && holds(r, world))
                .map(Rule::id)
                .findFirst()
                .orElse("fired");
    }

    private static boolean holds(Rule rule, Map<String, Grade> world) {
        return rule.conditions().stream().allMatch(c -> c.isMetBy(world.get(c.indicator())));
    }
}

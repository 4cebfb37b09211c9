package entente.quality.diff;

import entente.analysis.attribution.LargestRemainder;
import entente.analysis.attribution.ShapleyValues;
import entente.analysis.attribution.Share;
import entente.model.Fraction;
import entente.model.assessment.Assessment;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleBookTable;
import entente.quality.diff.RuleBookMixture.Part;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Attributes the shift of one scenario between two rule books to the rules and tables that differ. Rules that hold in
 * no mixture have no share. The others have single shares up to {@link #MAX_PARTS}, otherwise one per group.
 */
record ShiftAttribution(
        RuleBookMixture.ScenarioMixtures scenarioMixtures,
        List<RuleBookTable> tables,
        RuleBook first,
        RuleBook second) {

    /** With four tables, some 65,000 mixtures. */
    static final int MAX_PARTS = 12;

    private static final List<String> ALL = List.of("all");

    RuleBookDiff.Shift attribute(Assessment before, Assessment after) {
        boolean byGroup = scenarioMixtures.rules().size() > MAX_PARTS;
        List<Part> parts = new ArrayList<>(byGroup ? groups() : rules());
        tables.forEach(table -> parts.add(new Part(List.of(table.id()), Set.of(), Set.of(table))));
        RuleBookMixture.PartMixtures mixtures = scenarioMixtures.withParts(parts);
        Share likelihood = attribute(parts, mixtures::tenths);
        Share depth = attribute(parts, mixtures::depth);
        int shift = after.verdict().likelihood().tenths()
                - before.verdict().likelihood().tenths();
        if (shift != likelihood.rounded()) {
            throw new IllegalStateException("mixtures of two rule books do not lead from the first to the second");
        }
        return new RuleBookDiff.Shift(before, after, byGroup, likelihood, depth);
    }

    private List<Part> rules() {
        return scenarioMixtures.rules().stream()
                .map(id -> new Part(List.of(id), Set.of(id), Set.of()))
                .toList();
    }

    /** One part per group; the smallest groups are combined if there are too many. */
    private List<Part> groups() {
        Map<String, Set<String>> groups = scenarioMixtures.rules().stream()
                .collect(Collectors.groupingBy(this::group, LinkedHashMap::new, Collectors.toCollection(TreeSet::new)));
        List<Part> parts = new ArrayList<>();
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .forEach(group -> parts.add(new Part(List.of(group.getKey()), group.getValue(), Set.of())));
        while (parts.size() > MAX_PARTS) {
            Part last = parts.remove(parts.size() - 1);
            Part other = parts.remove(parts.size() - 1);
            List<String> of = new ArrayList<>(other.ids());
            of.addAll(last.ids());
            Set<String> rules = new TreeSet<>(other.rules());
            rules.addAll(last.rules());
            parts.add(new Part(of, rules, Set.of()));
        }
        return parts;
    }

    private String group(String id) {
        return second.find(id).or(() -> first.find(id)).map(Rule::group).orElseThrow();
    }

    private static Share attribute(List<Part> parts, IntUnaryOperator value) {
        int difference = value.applyAsInt((1 << parts.size()) - 1) - value.applyAsInt(0);
        if (difference == 0) {
            return Share.exact(ALL, Fraction.ZERO, List.of());
        }
        List<Fraction> exact = ShapleyValues.of(parts.size(), set -> BigInteger.valueOf(value.applyAsInt(set)));
        List<Share> shares = IntStream.range(0, parts.size())
                .mapToObj(p -> Share.exact(parts.get(p).ids(), exact.get(p), List.of()))
                .toList();
        return LargestRemainder.round(Share.sum(ALL, shares), difference);
    }
}

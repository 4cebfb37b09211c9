package entente.sidebyside;

import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Points;
import entente.model.Question;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.Rule.Weight;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What every engine evaluates: claims, each a conjunction of comparisons of grades, and the sum of the points of those that
 * hold. Overrides and ceilings are left out, because they are no part of most engines.
 *
 * @param book with these rules only
 * @param positions of the indicators among the grades of a scenario
 */
record RuleBase(String name, RuleBook book, List<WeightedRule> rules, Map<String, Integer> positions) {

    private static final int MAX_CONDITIONS = 3;
    /** Every grade but UNKNOWN is a threshold. */
    private static final int THRESHOLDS = Grade.values().length - 1;

    /** The claims of the shipped book that have a weight on the likelihood of an alliance. */
    static RuleBase shipped(RuleBook book) {
        List<Rule> claims = book.rules().stream()
                .filter(rule -> rule.alliance().isPresent())
                .toList();
        return of("shipped, " + claims.size(), book, claims);
    }

    /** Claims of one to three conditions on indicators of the catalogue, drawn at random. */
    static RuleBase random(RuleBook book, int size, Random random) {
        List<Rule> claims = IntStream.range(0, size)
                .mapToObj(r -> claim("r" + r, book, random))
                .toList();
        return of(String.valueOf(size), book, claims);
    }

    private static Rule claim(String id, RuleBook book, Random random) {
        List<Indicator> indicators = book.catalogue().indicators();
        List<RuleCondition> conditions = random.ints(0, indicators.size())
                .distinct()
                .limit(1 + random.nextInt(MAX_CONDITIONS))
                .mapToObj(i -> new RuleCondition(
                        indicators.get(i).id(),
                        ComparisonOperator.values()[random.nextInt(2)],
                        Grade.values()[1 + random.nextInt(THRESHOLDS)]))
                .toList();
        Weight weight = Weight.values()[random.nextInt(Weight.values().length)];
        String group = book.catalogue().groups().get(0).id();
        return new Rule(id, Optional.empty(), Optional.empty(), group, "Claim " + id, conditions, Optional.of(weight), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(), List.of(), List.of());
    }

    private static RuleBase of(String name, RuleBook book, List<Rule> claims) {
        List<WeightedRule> weighted = claims.stream()
                .map(claim ->
                        new WeightedRule(claim, points(book, claim.alliance().orElseThrow())))
                .toList();
        return new RuleBase(
                name, book.withRules(claims), weighted, book.catalogue().positions());
    }

    private static int points(RuleBook book, Weight weight) {
        return Points.of(weight.direction() * book.weights().points(Question.ALLIANCE, weight.strength()))
                .hundredths();
    }

    List<String> indicators() {
        return book.catalogue().indicators().stream().map(Indicator::id).toList();
    }

    /** The position of the indicator of a condition. */
    int position(RuleCondition condition) {
        return Objects.requireNonNull(positions.get(condition.indicator()));
    }

    /** The expected points: the definition of a condition, applied to each rule. */
    int points(Grade[] grades) {
        return rules.stream()
                .filter(weighted -> weighted.rule().conditions().stream()
                        .allMatch(condition -> condition.isMetBy(grades[position(condition)])))
                .mapToInt(WeightedRule::points)
                .sum();
    }
}

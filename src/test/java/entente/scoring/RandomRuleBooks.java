package entente.scoring;

import entente.model.Assumptions;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.RuleCondition;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleBook;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RewrittenRuleBook;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Rule books of random rules over the first indicators of the catalogue, with the shipped weights and ceilings. */
public final class RandomRuleBooks {

    private static final RuleBook SHIPPED = Shipped.BOOK.book();
    private static final List<Indicator> INDICATORS = SHIPPED.catalogue().indicators();
    private static final List<Grade> KNOWN = List.of(Grade.values()).subList(1, 6);
    private static final List<Weight> WEIGHTS = Stream.of(Weight.values())
            .filter(weight -> SHIPPED.weights().alliance().containsKey(weight.strength()))
            .toList();
    private static final List<String> TAGS = List.of("a", "b", "pact");

    private RandomRuleBooks() {}

    public static ScoringModel scoringModel(SplittableRandom random, int indicators) {
        LoadedRuleBook loaded = open(random, indicators);
        return new ScoringModel(loaded.book(), loaded.tables(), Assumptions.NONE);
    }

    /** One in four lacks the lowest ceiling, as if it were disabled. */
    public static LoadedRuleBook open(SplittableRandom random, int indicators) {
        List<Rule> rules = new ArrayList<>();
        if (random.nextInt(4) > 0) {
            rules.add(rule(0, List.of(), "", "", Optional.of(CeilingKind.NO_SWITCH), random));
        }
        for (int n = 4 + random.nextInt(indicators * 2); n > 0; n--) {
            rules.add(rule(rules.size(), conditions(random, indicators), tag(random, 2), "", Optional.empty(), random));
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            rules.add(rule(rules.size(), conditions(random, indicators), "", tag(random, 0), Optional.empty(), random));
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            CeilingKind kind = CeilingKind.values()[1 + random.nextInt(4)];
            rules.add(
                    rule(rules.size(), conditions(random, indicators), tag(random, 1), "", Optional.of(kind), random));
        }
        return ruleBook(rules);
    }

    /** Which rules hold, by the text of their conditions, without Drools and truth tables. */
    public static boolean[] satisfied(RuleBook book, Grade[] grades) {
        Map<String, Integer> positions = book.catalogue().positions();
        boolean[] satisfied = new boolean[book.rules().size()];
        for (int r = 0; r < satisfied.length; r++) {
            satisfied[r] = book.rules().get(r).conditions().stream()
                    .allMatch(condition -> condition.isMetBy(grades[positions.get(condition.indicator())]));
        }
        return satisfied;
    }

    /** A rule book of these rules with the other parts of the shipped one. */
    public static LoadedRuleBook ruleBook(List<Rule> rules) {
        return RewrittenRuleBook.open(SHIPPED.withRules(rules));
    }

    /** Claims of a pact have a positive alliance weight, as in any valid book. */
    private static Rule rule(
            int id,
            List<RuleCondition> conditions,
            String tag,
            String overrides,
            Optional<CeilingKind> ceiling,
            SplittableRandom random) {
        boolean claim = overrides.isEmpty() && ceiling.isEmpty();
        boolean pact = claim && tag.equals("pact");
        return rule(
                "r" + id,
                pact ? Optional.of(Weight.DECISIVELY_FOR) : weight(claim, random),
                pact ? Optional.empty() : weight(claim, random),
                tag.isEmpty() ? List.of() : List.of(tag),
                conditions,
                overrides.isEmpty() ? List.of() : List.of(overrides),
                ceiling);
    }

    private static Rule rule(
            String id,
            Optional<Weight> alliance,
            Optional<Weight> partnership,
            List<String> tags,
            List<RuleCondition> conditions,
            List<String> overrides,
            Optional<CeilingKind> ceiling) {
        return new Rule(
                id,
                Optional.empty(),
                Optional.empty(),
                "us_reaction",
                "Rule " + id + ".",
                conditions,
                alliance,
                partnership,
                Optional.empty(),
                Optional.empty(),
                ceiling,
                overrides,
                List.of(),
                Optional.empty(),
                tags,
                List.of());
    }

    public static Rule claim(String id, Weight weight, RuleCondition... conditions) {
        return rule(
                id, Optional.of(weight), Optional.empty(), List.of(), List.of(conditions), List.of(), Optional.empty());
    }

    public static RuleCondition atLeast(int indicator, Grade grade) {
        return new RuleCondition(INDICATORS.get(indicator).id(), ComparisonOperator.AT_LEAST, grade);
    }

    public static RuleCondition atMost(int indicator, Grade grade) {
        return new RuleCondition(INDICATORS.get(indicator).id(), ComparisonOperator.AT_MOST, grade);
    }

    private static Optional<Weight> weight(boolean claim, SplittableRandom random) {
        return claim && random.nextInt(4) > 0
                ? Optional.of(WEIGHTS.get(random.nextInt(WEIGHTS.size())))
                : Optional.empty();
    }

    /** A random tag with probability 1 / (1 + rarer), otherwise none. */
    private static String tag(SplittableRandom random, int rarer) {
        return random.nextInt(1 + rarer) == 0 ? TAGS.get(random.nextInt(TAGS.size())) : "";
    }

    private static List<RuleCondition> conditions(SplittableRandom random, int indicators) {
        List<RuleCondition> conditions = new ArrayList<>();
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            boolean atLeast = random.nextBoolean();
            int indicator = random.nextInt(indicators);
            Grade grade = KNOWN.get(random.nextInt(4) + (atLeast ? 1 : 0));
            conditions.add(atLeast ? atLeast(indicator, grade) : atMost(indicator, grade));
        }
        return conditions;
    }
}

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
import entente.rulebook.TruthTables;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** Half of the time under other weights, some of them zero. */
    static ScoringModel weighedModel(SplittableRandom random, int indicators) {
        LoadedRuleBook loaded = open(random, indicators);
        Assumptions weights = Assumptions.NONE.withWeights(RandomWorlds.weights(random));
        return new ScoringModel(loaded.book(), loaded.tables(), random.nextBoolean() ? Assumptions.NONE : weights);
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

    /** A rule book of these rules with the other parts of the shipped one. */
    public static LoadedRuleBook ruleBook(List<Rule> rules) {
        RuleBook book = new RuleBook(
                "0",
                "0",
                "0",
                SHIPPED.catalogue(),
                rules,
                SHIPPED.weights(),
                SHIPPED.ceilings(),
                SHIPPED.relationship(),
                SHIPPED.referenceClasses(),
                SHIPPED.confidence(),
                Optional.empty());
        return new LoadedRuleBook(book, tables(rules), RandomRuleBooks.class.getClassLoader());
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
        return new Rule(
                "r" + id,
                "us_reaction",
                "Rule " + id + ".",
                pact ? Optional.of(Weight.DECISIVELY_FOR) : weight(claim, random),
                pact ? Optional.empty() : weight(claim, random),
                List.of(),
                Optional.empty(),
                tag.isEmpty() ? List.of() : List.of(tag),
                List.of(),
                conditions,
                overrides.isEmpty() ? List.of() : List.of(overrides),
                ceiling);
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
            conditions.add(new RuleCondition(
                    INDICATORS.get(random.nextInt(indicators)).id(),
                    atLeast ? ComparisonOperator.AT_LEAST : ComparisonOperator.AT_MOST,
                    KNOWN.get(random.nextInt(4) + (atLeast ? 1 : 0))));
        }
        return conditions;
    }

    /** The truth tables that compilation would give. */
    private static TruthTables tables(List<Rule> rules) {
        int[][] read = new int[rules.size()][];
        int[][] masks = new int[rules.size()][];
        for (int r = 0; r < read.length; r++) {
            List<RuleCondition> conditions = rules.get(r).conditions();
            read[r] = conditions.stream()
                    .mapToInt(c -> SHIPPED.catalogue().positions().get(c.indicator()))
                    .distinct()
                    .toArray();
            masks[r] = Arrays.stream(read[r])
                    .map(i -> Arrays.stream(Grade.values())
                            .filter(g -> conditions.stream()
                                    .filter(c -> c.indicator()
                                            .equals(INDICATORS.get(i).id()))
                                    .allMatch(c -> c.isMetBy(g)))
                            .mapToInt(g -> 1 << g.ordinal())
                            .sum())
                    .toArray();
        }
        return new TruthTables(read, masks);
    }
}

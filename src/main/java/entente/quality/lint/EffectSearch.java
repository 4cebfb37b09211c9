package entente.quality.lint;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Question;
import entente.model.rule.Rule;
import entente.rulebook.TruthTables;
import entente.scoring.PointVerdict;
import entente.scoring.PointVerdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for a world in which a rule changes the likelihood as it is printed, or the relationship. Worlds are drawn so
 * that the rule holds; beside it up to thirty others are made to hold, often all of them of one direction, so that sums
 * reach far up and down; what is left is drawn at random or unknown. The seed is fixed and depends on nothing but the
 * id of the rule.
 */
final class EffectSearch {

    static final int MAX_ATTEMPTS = 6000;

    private static final long SEED = 2019;
    private static final int[] COMPANION_COUNTS = {0, 1, 3, 8, 30};
    private static final double[] UNKNOWN_SHARES = {1, 0.6, 0.2, 0};

    private final LintContext linting;
    private final TruthTables tables;
    private final PointVerdicts verdicts;

    EffectSearch(LintContext linting, TruthTables tables) {
        this.linting = linting;
        this.tables = tables;
        this.verdicts = new PointVerdicts(linting.book(), tables);
    }

    /** How many worlds were tried, all without effect; empty when one has it. */
    OptionalInt attemptsWithoutEffect(int rule) {
        String id = linting.book().rules().get(rule).id();
        SplittableRandom random = new SplittableRandom(SEED + id.hashCode());
        for (int n = 0; n < MAX_ATTEMPTS; n++) {
            if (hasEffect(rule, sample(rule, n, random))) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(MAX_ATTEMPTS);
    }

    private boolean hasEffect(int rule, Grade[] world) {
        boolean[] with = tables.satisfiedRules(world);
        boolean[] without = with.clone();
        without[rule] = false;
        for (int years : linting.book().baseRates().keySet()) {
            PointVerdict there = verdicts.of(with, years);
            PointVerdict gone = verdicts.of(without, years);
            if (there.relationship() != gone.relationship()
                    || !there.likelihood().equals(gone.likelihood())) {
                return true;
            }
        }
        return false;
    }

    private Grade[] sample(int rule, int n, SplittableRandom random) {
        Rule tried = linting.book().rules().get(rule);
        Map<String, Set<Grade>> open = new TreeMap<>();
        linting.region(tried).grades().forEach((indicator, grades) -> open.put(indicator, new TreeSet<>(grades)));
        List<Rule> company = companions(tried, random);
        for (int more = COMPANION_COUNTS[n % COMPANION_COUNTS.length]; more > 0 && !company.isEmpty(); more--) {
            restrict(open, linting.region(company.get(random.nextInt(company.size()))));
        }
        double unknown = UNKNOWN_SHARES[random.nextInt(UNKNOWN_SHARES.length)];
        List<Indicator> indicators = linting.book().catalogue().indicators();
        Grade[] world = new Grade[indicators.size()];
        for (int i = 0; i < world.length; i++) {
            String id = indicators.get(i).id();
            Set<Grade> grades = open.get(id);
            boolean drawn = grades != null || random.nextDouble() >= unknown;
            world[i] = drawn ? pick(grades == null ? linting.space().of(id) : grades, random) : Grade.UNKNOWN;
        }
        return world;
    }

    /** An override shows its effect beside what it silences; any other rule beside rules that push one way. */
    private List<Rule> companions(Rule tried, SplittableRandom random) {
        List<Rule> rules = linting.book().rules();
        if (!tried.overrides().isEmpty() && random.nextBoolean()) {
            return rules.stream().filter(r -> LintContext.silences(tried, r)).toList();
        }
        Question question = random.nextBoolean() ? Question.ALLIANCE : Question.PARTNERSHIP;
        int direction = random.nextInt(3) - 1;
        return direction == 0
                ? rules
                : rules.stream()
                        .filter(r -> r.weight(question)
                                .filter(w -> w.direction() == direction)
                                .isPresent())
                        .toList();
    }

    /** Narrows what is open so that the other rule holds as well, if it can. */
    private static void restrict(Map<String, Set<Grade>> open, GradeRegion other) {
        if (other.intersects(new GradeRegion(open))) {
            other.grades()
                    .forEach((indicator, grades) -> open.merge(indicator, new TreeSet<>(grades), (own, theirs) -> {
                        own.retainAll(theirs);
                        return own;
                    }));
        }
    }

    private static Grade pick(Set<Grade> grades, SplittableRandom random) {
        return grades.isEmpty() ? Grade.UNKNOWN : new ArrayList<>(grades).get(random.nextInt(grades.size()));
    }
}

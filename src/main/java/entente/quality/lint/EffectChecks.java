package entente.quality.lint;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Points;
import entente.model.Question;
import entente.model.Strength;
import entente.model.rule.ReferenceClasses.ReferenceClass;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.model.rule.RuleKind;
import entente.quality.lint.LintContext.GradeRegion;
import entente.rulebook.TruthTables;
import entente.scoring.RelationshipJudgement;
import entente.scoring.ScoringModel;
import entente.scoring.ScoringOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Weights of no points, and rules that never change a verdict. For those that no earlier check has reported, a graded
 * scenario in which they change the printed likelihood or the relationship is searched. Samples are drawn so that the
 * rule holds, together with up to thirty others, often of one direction to reach extreme sums; the remaining readings
 * are random or unknown. The seed depends only on the id of the rule.
 */
final class EffectChecks {

    static final int MAX_ATTEMPTS = 6000;

    private static final long SEED = 2019;
    private static final int[] COMPANION_COUNTS = {0, 1, 3, 8, 30};
    private static final double[] UNKNOWN_SHARES = {1, 0.6, 0.2, 0};

    private final LintContext context;
    private final TruthTables tables;
    private final ScoringModel model;

    EffectChecks(LintContext context, TruthTables tables) {
        this.context = context;
        this.tables = tables;
        this.model = new ScoringModel(context.book(), tables, Assumptions.NONE);
    }

    void check() {
        for (Question question : Question.values()) {
            for (Strength strength :
                    new TreeSet<>(context.book().weights().of(question).keySet())) {
                if (isZero(context.book(), question, strength)) {
                    context.add(
                            LintCode.WEIGHS_NOTHING,
                            context.locations().at("weight", question, strength),
                            question.name().toLowerCase(Locale.ROOT) + " " + strength);
                }
            }
        }
        for (int r = 0; r < context.book().rules().size(); r++) {
            Rule rule = context.book().rules().get(r);
            if (!isKnownWithoutEffect(rule) && !findsEffect(r)) {
                context.add(LintCode.NO_EFFECT_FOUND, rule, String.valueOf(MAX_ATTEMPTS));
            }
        }
    }

    /** Of two equal ceilings or overrides, neither has an effect of its own. */
    private boolean isKnownWithoutEffect(Rule rule) {
        return context.findings().stream().anyMatch(finding -> switch (finding.code()) {
            case NEVER_HOLDS, ALWAYS_SILENCED, SILENCES_NOTHING ->
                finding.subject().equals(rule.id());
            case DUPLICATE_RULE ->
                rule.kind() != RuleKind.CLAIM
                        && (finding.subject().equals(rule.id())
                                || finding.facts().contains(rule.id()));
            default -> false;
        });
    }

    /** Whether the effective points, which are rounded to hundredths, are none. */
    static boolean isZero(RuleBook book, Question question, Strength strength) {
        return Points.of(Objects.requireNonNull(book.weights().of(question).get(strength))
                        .value())
                .equals(Points.ZERO);
    }

    /** Whether one of {@value #MAX_ATTEMPTS} samples shows an effect. */
    private boolean findsEffect(int rule) {
        String id = context.book().rules().get(rule).id();
        SplittableRandom random = new SplittableRandom(SEED + id.hashCode());
        return IntStream.range(0, MAX_ATTEMPTS).anyMatch(n -> hasEffect(rule, sample(rule, n, random)));
    }

    private boolean hasEffect(int rule, Grade[] assignment) {
        boolean[] with = tables.satisfiedRules(assignment);
        boolean[] without = with.clone();
        without[rule] = false;
        for (ReferenceClass one : context.book().referenceClasses().all()) {
            Points base = Points.ofPercent(one.rate().value());
            ScoringOutcome applied = model.outcome(with, base);
            ScoringOutcome omitted = model.outcome(without, base);
            if (!applied.likelihood().equals(omitted.likelihood())
                    || RelationshipJudgement.of(model, applied, with).relationship()
                            != RelationshipJudgement.of(model, omitted, without).relationship()) {
                return true;
            }
        }
        return false;
    }

    private Grade[] sample(int rule, int n, SplittableRandom random) {
        Rule tried = context.book().rules().get(rule);
        Map<String, Set<Grade>> open = new TreeMap<>();
        context.region(tried).grades().forEach((indicator, grades) -> open.put(indicator, new TreeSet<>(grades)));
        List<Rule> companions = companions(tried, random);
        for (int more = COMPANION_COUNTS[n % COMPANION_COUNTS.length]; more > 0 && !companions.isEmpty(); more--) {
            restrict(open, context.region(companions.get(random.nextInt(companions.size()))));
        }
        double unknown = UNKNOWN_SHARES[random.nextInt(UNKNOWN_SHARES.length)];
        List<Indicator> indicators = context.book().catalogue().indicators();
        Grade[] assignment = new Grade[indicators.size()];
        for (int i = 0; i < assignment.length; i++) {
            String id = indicators.get(i).id();
            Set<Grade> grades = open.get(id);
            boolean drawn = grades != null || random.nextDouble() >= unknown;
            assignment[i] = drawn ? pick(grades == null ? context.space().grades(id) : grades, random) : Grade.UNKNOWN;
        }
        return assignment;
    }

    /** Rules to combine: for an override those it silences, otherwise rules of one direction. */
    private List<Rule> companions(Rule tried, SplittableRandom random) {
        List<Rule> rules = context.book().rules();
        if (!tried.overrides().isEmpty() && random.nextBoolean()) {
            return rules.stream().filter(r -> tried.overrides(r)).toList();
        }
        Question question = random.nextBoolean() ? Question.ALLIANCE : Question.PARTNERSHIP;
        int direction = random.nextInt(3) - 1;
        return direction == 0
                ? rules
                : rules.stream()
                        .filter(r -> ConditionChecks.direction(r, question) == direction)
                        .toList();
    }

    /** Restricts the open grades so that the other rule holds as well, if possible. */
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

package entente.scoring;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.Rule.Weight;
import entente.model.rule.RuleBook;
import entente.rulebook.TruthTables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;

/**
 * A rule book under assumptions as arrays of points. Computes an outcome from the satisfied rules in a fixed order:
 * overrides, sum, one of four ceilings, incident ceiling.
 */
public final class ScoringModel {

    @Getter
    private final List<Rule> rules;

    @Getter
    private final RuleBook book;

    @Getter(AccessLevel.PACKAGE)
    private final RuleIndex index;

    private final TruthTables tables;

    /** By question and rule, in hundredths. */
    private final int[][] points;

    private final boolean[] disabled;

    /** The rules that make an alliance formal while they take effect: a pact in force, or an announced decision. */
    @Getter(AccessLevel.PACKAGE)
    private final int[] pledging;

    private final GradeScale[] scales;
    private final Monotonicity[][] monotonicity;

    public ScoringModel(RuleBook book, TruthTables tables, Assumptions assumptions) {
        this(new RuleIndex(book, tables), assumptions);
    }

    ScoringModel(RuleIndex index, Assumptions assumptions) {
        this.index = index;
        this.tables = index.tables;
        this.book = index.book;
        this.rules = book.rules();
        int count = rules.size();
        points = new int[Question.values().length][count];
        disabled = new boolean[count];
        for (int r = 0; r < count; r++) {
            Rule rule = rules.get(r);
            disabled[r] = assumptions.without().contains(rule.cardId())
                    || assumptions.without().contains(rule.group())
                    || emphasis(rule, assumptions) == 0;
            for (Question question : Question.values()) {
                points[question.ordinal()][r] =
                        disabled[r] ? 0 : points(rule, question, assumptions).hundredths();
            }
        }
        pledging = IntStream.range(0, count).filter(this::pledges).toArray();
        scales = book.catalogue().indicators().stream().map(assumptions::scale).toArray(GradeScale[]::new);
        monotonicity = Stream.of(Question.values())
                .map(question -> Monotonicity.of(this, question))
                .toArray(Monotonicity[][]::new);
    }

    /** The monotonicity of each indicator, by catalogue index. */
    public Monotonicity[] monotonicity(Question question) {
        return monotonicity[question.ordinal()];
    }

    /** Points of the base rate for the horizon. */
    public static Points basePoints(RuleBook book, Assumptions assumptions, int horizonYears) {
        return Points.ofPercent(book.baseRate(assumptions, horizonYears));
    }

    /** Each weight is rounded by itself, so that the steps of a card add up to the weight of the last one. */
    private Points points(Rule rule, Question question, Assumptions assumptions) {
        Function<Weight, Points> whole = weight -> {
            double points = assumptions
                    .weights()
                    .getOrDefault(question, Map.of())
                    .getOrDefault(weight.strength(), book.weights().points(question, weight.strength()));
            return Points.of(weight.direction() * points * emphasis(rule, assumptions));
        };
        return rule.weight(question)
                .map(whole)
                .orElse(Points.ZERO)
                .minus(rule.weightBefore(question).map(whole).orElse(Points.ZERO));
    }

    private static double emphasis(Rule rule, Assumptions assumptions) {
        return assumptions.emphasis().getOrDefault(rule.group(), 1.0);
    }

    /** The points of a rule under the assumptions, with their sign; none if it is disabled. */
    public Points points(int rule, Question question) {
        return new Points(hundredths(rule, question));
    }

    int hundredths(int rule, Question question) {
        return points[question.ordinal()][rule];
    }

    /** The scale of an indicator under the assumptions. */
    GradeScale scale(int indicator) {
        return scales[indicator];
    }

    /** Whether the assumptions switch a rule off, by its id, its group or an emphasis of zero. */
    public boolean disabled(int rule) {
        return disabled[rule];
    }

    /** The catalogue indexes of the indicators that a rule reads, without duplicates. */
    public int[] indicators(int rule) {
        return tables.indicators()[rule];
    }

    /** Whether a rule can fire if its indicator at this position has this grade. */
    public boolean accepts(int rule, int position, Grade grade) {
        return (tables.masks()[rule][position] & 1 << grade.ordinal()) != 0;
    }

    /** Whether a rule, if it holds, overrides the other. */
    public boolean overrides(int override, int rule) {
        return Arrays.binarySearch(index.overridden[override], rule) >= 0;
    }

    /** Whether the lowest ceiling always holds, as it does unless it is disabled. */
    boolean hasUnconditionalCeiling() {
        return IntStream.range(0, rules.size())
                .anyMatch(r -> index.ceilings[r] == CeilingKind.NO_SWITCH.ordinal()
                        && !disabled[r]
                        && tables.indicators()[r].length == 0);
    }

    public boolean[] satisfiedRules(Grade[] grades) {
        return index.satisfiedRules(grades);
    }

    boolean holds(int rule, Grade[] grades) {
        return tables.holds(rule, grades);
    }

    public ScoringOutcome outcome(Grade[] grades, Points base) {
        return outcome(satisfiedRules(grades), base);
    }

    /**
     * The outcome if exactly these rules hold.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public ScoringOutcome outcome(boolean[] satisfied, Points base) {
        return new ScenarioVariant(this, base, new Grade[0], satisfied).outcome();
    }

    /** The ids of the effective rules that apply a ceiling. */
    List<String> effectiveRules(CeilingKind kind, ScoringOutcome outcome) {
        return IntStream.range(0, rules.size())
                .filter(r -> outcome.effective()[r] && index.ceilings[r] == kind.ordinal())
                .mapToObj(rules::get)
                .map(Rule::id)
                .toList();
    }

    boolean hasCeiling(int rule, CeilingKind kind) {
        return index.ceilings[rule] == kind.ordinal();
    }

    /** Whether a rule, while it takes effect, makes an alliance formal: a pact in force, or an announced decision. */
    boolean pledges(int rule) {
        return claimsPact(rule) || hasCeiling(rule, CeilingKind.DECISION) || hasCeiling(rule, CeilingKind.WORKING_PACT);
    }

    /** Whether a rule claims that a pact is in force, which an override can declare hollow. */
    public boolean claimsPact(int rule) {
        return index.pacts[rule];
    }

    /**
     * The outcome of a set of satisfied rules.
     *
     * @param effective rules that hold and are neither overridden nor disabled
     * @param sum alliance points of the effective rules
     * @param raw base rate plus sum
     * @param ceilings applied ceilings in order of application
     * @param result raw points after ceilings
     * @param partnership partnership points of the effective rules
     * @param switchOpen whether the switch ceiling rule is effective
     */
    public record ScoringOutcome(
            boolean[] effective,
            Points sum,
            Points raw,
            List<Ceiling> ceilings,
            Points result,
            Points partnership,
            boolean switchOpen) {

        public Percent likelihood() {
            return Percent.of(result);
        }
    }
}

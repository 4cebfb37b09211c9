package entente.scoring;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.Points;
import entente.model.Question;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.rulebook.InterruptionCheck;
import entente.rulebook.TruthTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import lombok.Getter;

/**
 * A rule book under assumptions as arrays of points and overridden rules. Computes an outcome from the satisfied rules
 * in a fixed order: overrides, sum, one of four ceilings, incident ceiling.
 */
public final class ScoringModel {

    private static final int NO_CEILING = -1;

    @Getter
    private final List<Rule> rules;

    @Getter
    private final RuleBook book;

    private final int[] alliance;
    private final int[] partnership;
    private final boolean[] disabled;
    private final int[][] overridden;
    private final int[] ceilingKinds;
    private final TruthTables tables;
    private final int[][] rulesByIndicator;
    private final Monotonicity[] allianceMonotonicity;
    private final Monotonicity[] partnershipMonotonicity;

    public ScoringModel(RuleBook book, TruthTables tables, Assumptions assumptions) {
        this.tables = tables;
        this.book = book;
        this.rules = book.rules();
        int count = rules.size();
        alliance = new int[count];
        partnership = new int[count];
        disabled = new boolean[count];
        overridden = new int[count][];
        ceilingKinds = new int[count];
        for (int r = 0; r < count; r++) {
            Rule rule = rules.get(r);
            alliance[r] = points(rule, Question.ALLIANCE, assumptions).hundredths();
            partnership[r] = points(rule, Question.PARTNERSHIP, assumptions).hundredths();
            disabled[r] = assumptions.without().contains(rule.id())
                    || assumptions.without().contains(rule.group());
            overridden[r] = rule.overrides().isEmpty()
                    ? new int[0]
                    : IntStream.range(0, count)
                            .filter(other -> rule.overrides(rules.get(other)))
                            .toArray();
            ceilingKinds[r] = rule.ceiling().map(Enum::ordinal).orElse(NO_CEILING);
        }
        rulesByIndicator =
                rulesByIndicator(tables, book.catalogue().indicators().size());
        allianceMonotonicity = Monotonicity.of(this, Question.ALLIANCE);
        partnershipMonotonicity = Monotonicity.of(this, Question.PARTNERSHIP);
    }

    /** The monotonicity of each indicator, by catalogue index. */
    public Monotonicity[] monotonicity(Question question) {
        return question == Question.ALLIANCE ? allianceMonotonicity : partnershipMonotonicity;
    }

    /** Points of the assumed base rate or else of the base rate for the horizon. */
    public static Points basePoints(RuleBook book, Assumptions assumptions, int horizonYears) {
        return Points.ofPercent(assumptions.baseRatePercent().orElseGet(() -> book.baseRate(horizonYears)));
    }

    private Points points(Rule rule, Question question, Assumptions assumptions) {
        return rule.weight(question)
                .map(weight -> {
                    double points = assumptions
                            .weights()
                            .getOrDefault(question, Map.of())
                            .getOrDefault(weight.strength(), book.weights().points(question, weight.strength()));
                    double emphasis = assumptions.emphasis().getOrDefault(rule.group(), 1.0);
                    return Points.of(weight.direction() * points * emphasis);
                })
                .orElse(Points.ZERO);
    }

    /** The points of a rule under the assumptions, with their sign. */
    public Points points(int rule, Question question) {
        return new Points((question == Question.ALLIANCE ? alliance : partnership)[rule]);
    }

    /** Whether the assumptions switch a rule off. */
    public boolean disabled(int rule) {
        return disabled[rule];
    }

    /** The catalogue indexes of the indicators that a rule reads, without duplicates. */
    public int[] indicators(int rule) {
        return tables.indicators()[rule];
    }

    /** The rules that read an indicator, ascending. */
    int[] rulesReading(int indicator) {
        return rulesByIndicator[indicator];
    }

    /** Whether a rule can fire if its indicator at this position has this grade. */
    public boolean accepts(int rule, int position, Grade grade) {
        return (tables.masks()[rule][position] & 1 << grade.ordinal()) != 0;
    }

    /** The rules that a rule overrides if it holds. */
    int[] overridden(int override) {
        return overridden[override];
    }

    /** Whether a rule, if it holds, overrides the other. */
    public boolean overrides(int override, int rule) {
        return Arrays.binarySearch(overridden[override], rule) >= 0;
    }

    /** Whether the lowest ceiling always holds, as it does unless it is switched off. */
    boolean hasUnconditionalCeiling() {
        return IntStream.range(0, ceilingKinds.length)
                .anyMatch(r -> ceilingKinds[r] == CeilingKind.NO_SWITCH.ordinal()
                        && !disabled[r]
                        && tables.indicators()[r].length == 0);
    }

    public boolean[] satisfiedRules(Grade[] grades) {
        return tables.satisfiedRules(grades);
    }

    private static int[][] rulesByIndicator(TruthTables tables, int indicators) {
        int[][] rules = new int[indicators][0];
        for (int r = 0; r < tables.indicators().length; r++) {
            for (int indicator : tables.indicators()[r]) {
                int[] known = rules[indicator];
                rules[indicator] = Arrays.copyOf(known, known.length + 1);
                rules[indicator][known.length] = r;
            }
        }
        return rules;
    }

    /**
     * Updates the rules that read this indicator, the only one whose grade has changed.
     *
     * @return whether any rule has changed, and so possibly the outcome
     */
    public boolean update(boolean[] satisfied, Grade[] grades, int indicator) {
        boolean changed = false;
        for (int r : rulesByIndicator[indicator]) {
            boolean holds = tables.holds(r, grades);
            changed |= satisfied[r] != holds;
            satisfied[r] = holds;
        }
        return changed;
    }

    public ScoringOutcome outcome(Grade[] grades, Points base) {
        return outcome(satisfiedRules(grades), base);
    }

    /**
     * The outcome if exactly these rules hold.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; every long search calls this method for each
     *     evaluated scenario
     */
    public ScoringOutcome outcome(boolean[] satisfied, Points base) {
        InterruptionCheck.check();
        boolean[] suppressed = new boolean[satisfied.length];
        for (int r = 0; r < satisfied.length; r++) {
            if (satisfied[r] && !disabled[r]) {
                for (int other : overridden[r]) {
                    suppressed[other] = true;
                }
            }
        }
        int sum = 0;
        int partnershipSum = 0;
        int highest = NO_CEILING;
        boolean incident = false;
        boolean switchOpen = false;
        boolean[] effective = new boolean[satisfied.length];
        for (int r = 0; r < satisfied.length; r++) {
            if (!satisfied[r] || disabled[r] || suppressed[r]) {
                continue;
            }
            effective[r] = true;
            sum += alliance[r];
            partnershipSum += partnership[r];
            incident |= ceilingKinds[r] == CeilingKind.INCIDENT.ordinal();
            switchOpen |= ceilingKinds[r] == CeilingKind.SWITCH.ordinal();
            if (ceilingKinds[r] != CeilingKind.INCIDENT.ordinal()) {
                highest = Math.max(highest, ceilingKinds[r]);
            }
        }
        Points raw = base.plus(new Points(sum));
        Points result = raw;
        List<Ceiling> applied = new ArrayList<>(2);
        if (highest != NO_CEILING) {
            applied.add(ceiling(CeilingKind.values()[highest]));
        }
        if (incident) {
            applied.add(ceiling(CeilingKind.INCIDENT));
        }
        for (Ceiling ceiling : applied) {
            result = ceiling.apply(result);
        }
        return new ScoringOutcome(
                effective, new Points(sum), raw, applied, result, new Points(partnershipSum), switchOpen);
    }

    private Ceiling ceiling(CeilingKind kind) {
        return Objects.requireNonNull(book.ceilings().get(kind));
    }

    /** Whether a rule claims that a pact is in force, which an override can declare hollow. */
    public boolean claimsPact(int rule) {
        return book.relationship().isPact(rules.get(rule));
    }
}

package entente.scoring;

import entente.model.Grade;
import entente.model.Points;
import entente.model.Question;
import entente.model.rule.Ceiling;
import entente.model.rule.CeilingKind;
import entente.rulebook.InterruptionCheck;
import entente.scoring.ScoringModel.ScoringOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.Getter;

/**
 * A graded scenario whose readings change one at a time. Only the rules that read a changed indicator are evaluated
 * again, and points, ceilings and overrides are kept up to date, so that many neighbouring scenarios cost little. A rule is
 * effective if it holds and is neither disabled nor overridden. The order of changes does not matter. Not thread-safe.
 */
public final class ScenarioVariant {

    private static final int INCIDENT = CeilingKind.INCIDENT.ordinal();

    private final ScoringModel model;
    private final RuleIndex index;

    @Getter(AccessLevel.PACKAGE)
    private final Points base;

    private final Grade[] grades;
    private final boolean[] satisfied;
    private final boolean[] effective;

    /** By rule, how many rules that hold and are not disabled override it. */
    private final int[] overriding;

    /** By kind of ceiling, how many effective rules apply it. */
    private final int[] ceilings = new int[CeilingKind.values().length];

    private int alliance;

    /** In hundredths of points. */
    @Getter(AccessLevel.PACKAGE)
    private int partnership;

    private int pacts;

    /**
     * @param base points of the base rate
     * @param grades of the scenario at first, by catalogue index; copied
     */
    public ScenarioVariant(ScoringModel model, Points base, Grade[] grades) {
        this(model, base, grades, model.satisfiedRules(grades));
    }

    /** @param satisfied the rules that hold at first; copied */
    ScenarioVariant(ScoringModel model, Points base, Grade[] grades, boolean[] satisfied) {
        this.model = model;
        this.index = model.index();
        this.base = base;
        this.grades = grades.clone();
        this.satisfied = satisfied.clone();
        this.effective = new boolean[satisfied.length];
        this.overriding = new int[satisfied.length];
        for (int r = 0; r < satisfied.length; r++) {
            if (satisfied[r] && !model.disabled(r)) {
                for (int other : index.overridden[r]) {
                    overriding[other]++;
                }
            }
        }
        for (int r = 0; r < satisfied.length; r++) {
            if (satisfied[r]) {
                update(r);
            }
        }
    }

    /** The number of indicators. */
    int indicators() {
        return grades.length;
    }

    public Grade grade(int indicator) {
        return grades[indicator];
    }

    /**
     * Gives an indicator another grade.
     *
     * @return whether any rule has changed, and so possibly the outcome
     */
    public boolean set(int indicator, Grade grade) {
        int before = 1 << grades[indicator].ordinal();
        int after = 1 << grade.ordinal();
        grades[indicator] = grade;
        int[] rules = index.byIndicator[indicator];
        int[] masks = index.masksByIndicator[indicator];
        boolean changed = false;
        for (int at = 0; at < rules.length; at++) {
            boolean accepted = (masks[at] & after) != 0;
            if (accepted != ((masks[at] & before) != 0)) {
                changed |= satisfy(rules[at], accepted && model.holds(rules[at], grades));
            }
        }
        return changed;
    }

    /** @return whether the rule has changed */
    private boolean satisfy(int rule, boolean holds) {
        if (satisfied[rule] == holds) {
            return false;
        }
        satisfied[rule] = holds;
        if (!model.disabled(rule)) {
            for (int other : index.overridden[rule]) {
                overriding[other] += holds ? 1 : -1;
                update(other);
            }
            update(rule);
        }
        return true;
    }

    /** Counts a rule in or out if it has become effective or ceased to be. */
    private void update(int rule) {
        boolean now = satisfied[rule] && overriding[rule] == 0 && !model.disabled(rule);
        if (now == effective[rule]) {
            return;
        }
        effective[rule] = now;
        int sign = now ? 1 : -1;
        alliance += sign * model.hundredths(rule, Question.ALLIANCE);
        partnership += sign * model.hundredths(rule, Question.PARTNERSHIP);
        if (index.ceilings[rule] != RuleIndex.NONE) {
            ceilings[index.ceilings[rule]] += sign;
        }
        pacts += index.pacts[rule] ? sign : 0;
    }

    /** Whether each rule holds, in the order of the book. */
    public boolean[] satisfiedRules() {
        return satisfied.clone();
    }

    /** Whether an effective rule makes an alliance formal. */
    boolean hasPledge() {
        return pacts > 0 || hasCeiling(CeilingKind.DECISION) || hasCeiling(CeilingKind.WORKING_PACT);
    }

    boolean hasCeiling(CeilingKind kind) {
        return ceilings[kind.ordinal()] > 0;
    }

    /** The last of the first four kinds of ceilings that an effective rule applies; negative if none does. */
    private int lift() {
        int last = INCIDENT - 1;
        while (last >= 0 && ceilings[last] == 0) {
            last--;
        }
        return last;
    }

    /**
     * The points after ceilings.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; every long search calls this method
     *     for each evaluated scenario
     */
    public Points result() {
        return result(base);
    }

    /** The same with other points of the base rate. */
    Points result(Points base) {
        InterruptionCheck.check();
        Points result = base.plus(new Points(alliance));
        int lift = lift();
        result = lift < 0 ? result : index.under(lift, result);
        return ceilings[INCIDENT] > 0 ? index.under(INCIDENT, result) : result;
    }

    public ScoringOutcome outcome() {
        Points sum = new Points(alliance);
        List<Ceiling> applied = new ArrayList<>(2);
        for (int kind : new int[] {lift(), INCIDENT}) {
            Ceiling ceiling = kind < 0 || ceilings[kind] == 0 ? null : index.byKind[kind];
            if (ceiling != null) {
                applied.add(ceiling);
            }
        }
        return new ScoringOutcome(
                effective.clone(),
                sum,
                base.plus(sum),
                applied,
                result(),
                new Points(partnership),
                hasCeiling(CeilingKind.SWITCH));
    }

    /**
     * The outcome if no rule of some groups held, which equals that of disabling the groups by an assumption.
     *
     * @param groups their indexes in the catalogue
     */
    ScoringOutcome without(int... groups) {
        int[] rules = IntStream.of(groups)
                .flatMap(group -> IntStream.of(index.byGroup[group]))
                .toArray();
        for (int rule : rules) {
            satisfy(rule, false);
        }
        ScoringOutcome without = outcome();
        for (int rule : rules) {
            satisfy(rule, model.holds(rule, grades));
        }
        return without;
    }

    /** The points after ceilings of a scenario, and of every scenario that differs from it in the grade of one reading. */
    static final class SingleChangeResults {

        private static final Grade[] GRADES = Grade.values();

        private final Points current;

        /** By indicator and ordinal of the known grades. */
        private final Points[][] changed;

        /** @param scenario as it is again afterwards */
        SingleChangeResults(ScenarioVariant scenario) {
            current = scenario.result();
            changed = new Points[scenario.indicators()][GRADES.length];
            for (int indicator = 0; indicator < changed.length; indicator++) {
                Grade before = scenario.grade(indicator);
                for (int grade = Grade.VERY_LOW.ordinal(); grade < GRADES.length; grade++) {
                    scenario.set(indicator, GRADES[grade]);
                    changed[indicator][grade] = scenario.result();
                }
                scenario.set(indicator, before);
            }
        }

        Points current() {
            return current;
        }

        /** The points if this indicator alone had this grade, which must not be UNKNOWN. */
        Points with(int indicator, Grade grade) {
            return changed[indicator][grade.ordinal()];
        }
    }
}

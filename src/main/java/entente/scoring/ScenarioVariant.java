package entente.scoring;

import entente.model.Grade;
import entente.model.Points;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.Getter;

/**
 * A graded scenario whose readings change one at a time. Only the rules that read a changed indicator are evaluated
 * again, so that many neighbouring scenarios cost little. Not thread-safe.
 */
public final class ScenarioVariant {

    private final ScoringModel model;

    @Getter(AccessLevel.PACKAGE)
    private final Points base;

    private final Grade[] grades;

    @Getter(AccessLevel.PACKAGE)
    private final RuleTally tally;

    /**
     * @param base points of the base rate
     * @param grades of the scenario at first, by catalogue index; copied
     */
    public ScenarioVariant(ScoringModel model, Points base, Grade[] grades) {
        this(model, base, grades, model.satisfiedRules(grades));
    }

    /** @param satisfied the rules that hold at first */
    ScenarioVariant(ScoringModel model, Points base, Grade[] grades, boolean[] satisfied) {
        this.model = model;
        this.base = base;
        this.grades = grades.clone();
        this.tally = new RuleTally(model, satisfied);
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
        int[] rules = model.index().byIndicator[indicator];
        int[] masks = model.index().masksByIndicator[indicator];
        boolean changed = false;
        for (int at = 0; at < rules.length; at++) {
            boolean accepted = (masks[at] & after) != 0;
            if (accepted != ((masks[at] & before) != 0)) {
                changed |= tally.set(rules[at], accepted && model.holds(rules[at], grades));
            }
        }
        return changed;
    }

    /**
     * The points after ceilings.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Points result() {
        return tally.result(base);
    }

    public ScoringOutcome outcome() {
        return tally.outcome(base);
    }

    /**
     * The outcome if no rule of some groups held, which equals that of disabling the groups by an assumption.
     *
     * @param groups their indexes in the catalogue
     */
    ScoringOutcome without(int... groups) {
        int[] rules = IntStream.of(groups)
                .flatMap(group -> IntStream.of(model.index().byGroup[group]))
                .toArray();
        for (int rule : rules) {
            tally.set(rule, false);
        }
        ScoringOutcome without = outcome();
        for (int rule : rules) {
            tally.set(rule, model.holds(rule, grades));
        }
        return without;
    }

    /** Whether each rule holds, in the order of the book. */
    public boolean[] satisfiedRules() {
        return tally.satisfied();
    }
}

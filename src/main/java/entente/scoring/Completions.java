package entente.scoring;

import entente.model.Grade;
import entente.model.Points;
import entente.model.Question;
import entente.model.assessment.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every way in which the free readings can turn out, as far as it matters for the lowest and the highest answer.
 *
 * <p>An indicator that leans one way takes its ends: raising it can only add standing rules that push that way, remove
 * standing rules that push the other way, or lift a ceiling, and each ceiling leaves at least as much as the one
 * below it (checked when a book is loaded). Only mixed ones are tried in full, one grade of each kind that the rules
 * tell apart. Beyond {@link #MAX_COMBINATIONS} combinations {@link OuterBound} takes over, and the result says so.
 */
public final class Completions {

    static final int MAX_COMBINATIONS = 20_000;

    private final ScoringModel model;
    private final Points base;
    private final Monotonicity[] alliance;
    private final Monotonicity[] partnership;

    public Completions(ScoringModel weighing, Points base) {
        this.model = weighing;
        this.base = base;
        this.alliance = weighing.monotonicity(Question.ALLIANCE);
        this.partnership = weighing.monotonicity(Question.PARTNERSHIP);
    }

    public Monotonicity monotonicity(Question question, int indicator) {
        return question == Question.ALLIANCE ? alliance[indicator] : partnership[indicator];
    }

    /** What the free readings allow; the point itself always lies within. */
    OutcomeRange outcomeRange(GradedScenario point, List<OpenIndicator> free) {
        OutcomeRange allowed = new OutcomeRange(model, base);
        allowed.add(point.grades());
        boolean likelihoods = extremes(point, free, alliance, allowed);
        boolean depths = extremes(point, free, partnership, allowed);
        if (!likelihoods || !depths) {
            OuterBound.widen(allowed, model, point, free, base);
        }
        return allowed;
    }

    /** The interval alone, for the many questions of what to find out next. */
    Interval interval(GradedScenario point, List<OpenIndicator> free) {
        OutcomeRange allowed = new OutcomeRange(model, base);
        allowed.add(point.grades());
        if (!extremes(point, free, alliance, allowed)) {
            OuterBound.widen(allowed, model, point, free, base);
        }
        return allowed.interval();
    }

    private boolean extremes(
            GradedScenario point, List<OpenIndicator> free, Monotonicity[] leanings, OutcomeRange allowed) {
        Grade[] low = point.grades().clone();
        Grade[] high = point.grades().clone();
        List<OpenIndicator> mixed = new ArrayList<>();
        long combinations = 1;
        for (OpenIndicator f : free) {
            switch (leanings[f.indicator()]) {
                case UP, NONE -> {
                    low[f.indicator()] = f.lowest();
                    high[f.indicator()] = f.highest();
                }
                case DOWN -> {
                    low[f.indicator()] = f.highest();
                    high[f.indicator()] = f.lowest();
                }
                case MIXED -> {
                    OpenIndicator kinds = distinctGrades(f);
                    mixed.add(kinds);
                    combinations = Math.min(combinations * kinds.grades().size(), MAX_COMBINATIONS + 1L);
                }
            }
        }
        if (combinations > MAX_COMBINATIONS) {
            return false;
        }
        enumerate(low, mixed, 0, allowed);
        enumerate(high, mixed, 0, allowed);
        return true;
    }

    private void enumerate(Grade[] grades, List<OpenIndicator> mixed, int depth, OutcomeRange allowed) {
        if (depth == mixed.size()) {
            allowed.add(grades);
            return;
        }
        OpenIndicator f = mixed.get(depth);
        for (Grade grade : f.grades()) {
            grades[f.indicator()] = grade;
            enumerate(grades, mixed, depth + 1, allowed);
        }
    }

    /** One grade for each way in which the rules take the indicator's grades. */
    OpenIndicator distinctGrades(OpenIndicator free) {
        List<Grade> kinds = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Grade grade : free.grades()) {
            String kind = signature(free.indicator(), grade);
            if (!seen.contains(kind)) {
                seen.add(kind);
                kinds.add(grade);
            }
        }
        return new OpenIndicator(free.indicator(), kinds);
    }

    /** The nearest grade of each kind but the one that the indicator has, from the lowest kind to the highest. */
    public List<Grade> otherDistinctGrades(int indicator, Grade here) {
        Map<String, Grade> nearest = new LinkedHashMap<>();
        for (Grade grade : Grade.values()) {
            if (grade != Grade.UNKNOWN && grade != here) {
                nearest.merge(signature(indicator, grade), grade, (a, b) -> distance(a, here) <= distance(b, here) ? a : b);
            }
        }
        nearest.remove(signature(indicator, here));
        return List.copyOf(nearest.values());
    }

    private static int distance(Grade grade, Grade here) {
        return Math.abs(grade.ordinal() - here.ordinal());
    }

    /** Which conditions of all rules a grade meets; grades of one kind are the same to every rule. */
    private String signature(int indicator, Grade grade) {
        StringBuilder kind = new StringBuilder();
        for (int r = 0; r < model.rules().size(); r++) {
            int[] asked = model.indicators(r);
            for (int place = 0; place < asked.length; place++) {
                if (asked[place] == indicator) {
                    kind.append(model.accepts(r, place, grade) ? '1' : '0');
                }
            }
        }
        return kind.toString();
    }
}

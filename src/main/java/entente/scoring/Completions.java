package entente.scoring;

import entente.model.Grade;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Question;
import entente.model.assessment.Interval;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;

/**
 * Evaluates the completions of open readings that determine the lowest and highest likelihood.
 *
 * <p>A monotone indicator takes only its extreme grades: raising it can only add effective rules of one direction,
 * remove those of the other, or lift a ceiling, and each ceiling leaves at least as much as the one below it (checked
 * when a book is loaded). Indicators that are not monotone are enumerated, with one grade of each class that the rules
 * distinguish. Beyond {@link #MAX_COMBINATIONS} combinations {@link OuterBound} is used, and the interval is marked as
 * not exact.
 */
@RequiredArgsConstructor
final class Completions {

    static final int MAX_COMBINATIONS = 20_000;

    private final ScoringModel model;

    /**
     * The likelihoods that the open readings allow, always including the point outcome.
     *
     * @param point as it is again afterwards
     */
    Interval interval(ScenarioVariant point, List<OpenIndicator> open) {
        Monotonicity[] monotonicity = model.monotonicity(Question.ALLIANCE);
        List<OpenIndicator> mixed = new ArrayList<>();
        long combinations = 1;
        for (OpenIndicator indicator : open) {
            if (monotonicity[indicator.indicator()] == Monotonicity.MIXED) {
                OpenIndicator distinct = distinctGrades(indicator);
                mixed.add(distinct);
                combinations = Math.min(combinations * distinct.grades().size(), MAX_COMBINATIONS + 1L);
            }
        }
        Extremes extremes = new Extremes(point.result());
        if (combinations > MAX_COMBINATIONS) {
            OuterBound.of(model, point, open).forEach(extremes::add);
            return extremes.interval(false);
        }
        Grade[] grades = new Grade[open.size()];
        for (int i = 0; i < grades.length; i++) {
            grades[i] = point.grade(open.get(i).indicator());
        }
        for (boolean highest : new boolean[] {false, true}) {
            for (OpenIndicator indicator : open) {
                Monotonicity direction = monotonicity[indicator.indicator()];
                if (direction != Monotonicity.MIXED) {
                    boolean up = highest == (direction != Monotonicity.DOWN);
                    point.set(indicator.indicator(), up ? indicator.highest() : indicator.lowest());
                }
            }
            enumerate(point, mixed, 0, extremes);
        }
        for (int i = 0; i < grades.length; i++) {
            point.set(open.get(i).indicator(), grades[i]);
        }
        return extremes.interval(true);
    }

    private static void enumerate(ScenarioVariant variant, List<OpenIndicator> mixed, int depth, Extremes extremes) {
        if (depth == mixed.size()) {
            extremes.add(variant.result());
            return;
        }
        OpenIndicator indicator = mixed.get(depth);
        for (Grade grade : indicator.grades()) {
            variant.set(indicator.indicator(), grade);
            enumerate(variant, mixed, depth + 1, extremes);
        }
    }

    /** One grade of each class that the rules distinguish. */
    OpenIndicator distinctGrades(OpenIndicator open) {
        return new OpenIndicator(open.indicator(), model.index().classes.distinct(open.indicator(), open.grades()));
    }

    /** An indicator with more than one possible grade; grades are ascending. */
    record OpenIndicator(int indicator, List<Grade> grades) {

        Grade lowest() {
            return grades.get(0);
        }

        Grade highest() {
            return grades.get(grades.size() - 1);
        }
    }

    private static final class Extremes {
        private Points low;
        private Points high;

        Extremes(Points point) {
            low = point;
            high = point;
        }

        void add(Points result) {
            low = result.compareTo(low) < 0 ? result : low;
            high = result.compareTo(high) > 0 ? result : high;
        }

        Interval interval(boolean exact) {
            return new Interval(Percent.of(low), Percent.of(high), exact);
        }
    }
}

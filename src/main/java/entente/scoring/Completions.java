package entente.scoring;

import entente.model.Grade;
import entente.model.Question;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;

/**
 * Evaluates the completions of open readings that determine the lowest and highest outcome.
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
     * The possible answers to some questions given the open readings, always including the point outcome.
     *
     * @param point as it is again afterwards
     */
    OutcomeRange outcomeRange(ScenarioVariant point, List<OpenIndicator> open, Question... questions) {
        OutcomeRange range = new OutcomeRange(model.book().relationship());
        range.add(point);
        Grade[] grades = new Grade[open.size()];
        for (int i = 0; i < grades.length; i++) {
            grades[i] = point.grade(open.get(i).indicator());
        }
        boolean exact = true;
        for (Question question : questions) {
            exact &= extremes(point, open, question, range);
        }
        for (int i = 0; i < grades.length; i++) {
            point.set(open.get(i).indicator(), grades[i]);
        }
        if (!exact) {
            OuterBound.widen(range, model, point, open);
        }
        return range;
    }

    private boolean extremes(ScenarioVariant variant, List<OpenIndicator> open, Question question, OutcomeRange range) {
        Monotonicity[] monotonicity = model.monotonicity(question);
        List<OpenIndicator> mixed = new ArrayList<>();
        long combinations = 1;
        for (OpenIndicator indicator : open) {
            if (monotonicity[indicator.indicator()] == Monotonicity.MIXED) {
                OpenIndicator distinct = distinctGrades(indicator);
                mixed.add(distinct);
                combinations = Math.min(combinations * distinct.grades().size(), MAX_COMBINATIONS + 1L);
            }
        }
        if (combinations > MAX_COMBINATIONS) {
            return false;
        }
        for (boolean highest : new boolean[] {false, true}) {
            for (OpenIndicator indicator : open) {
                Monotonicity direction = monotonicity[indicator.indicator()];
                if (direction != Monotonicity.MIXED) {
                    boolean up = highest == (direction != Monotonicity.DOWN);
                    variant.set(indicator.indicator(), up ? indicator.highest() : indicator.lowest());
                }
            }
            enumerate(variant, mixed, 0, range);
        }
        return true;
    }

    private static void enumerate(ScenarioVariant variant, List<OpenIndicator> mixed, int depth, OutcomeRange range) {
        if (depth == mixed.size()) {
            range.add(variant);
            return;
        }
        OpenIndicator indicator = mixed.get(depth);
        for (Grade grade : indicator.grades()) {
            variant.set(indicator.indicator(), grade);
            enumerate(variant, mixed, depth + 1, range);
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
}

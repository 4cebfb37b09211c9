package entente.scoring;

import entente.model.Grade;
import entente.model.Points;
import entente.model.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
public final class Completions {

    static final int MAX_COMBINATIONS = 20_000;

    private final ScoringModel model;
    private final Points base;

    /** The possible answers to some questions given the open readings, always including the point outcome. */
    OutcomeRange outcomeRange(GradedScenario point, List<OpenIndicator> open, Question... questions) {
        OutcomeRange range = new OutcomeRange(model, base);
        range.add(point.grades());
        boolean exact = true;
        for (Question question : questions) {
            exact &= extremes(point, open, question, range);
        }
        if (!exact) {
            OuterBound.widen(range, model, point, open, base);
        }
        return range;
    }

    private boolean extremes(GradedScenario point, List<OpenIndicator> open, Question question, OutcomeRange range) {
        Monotonicity[] monotonicity = model.monotonicity(question);
        Grade[] low = point.grades().clone();
        Grade[] high = point.grades().clone();
        List<OpenIndicator> mixed = new ArrayList<>();
        long combinations = 1;
        for (OpenIndicator indicator : open) {
            switch (monotonicity[indicator.indicator()]) {
                case UP, NONE -> {
                    low[indicator.indicator()] = indicator.lowest();
                    high[indicator.indicator()] = indicator.highest();
                }
                case DOWN -> {
                    low[indicator.indicator()] = indicator.highest();
                    high[indicator.indicator()] = indicator.lowest();
                }
                case MIXED -> {
                    OpenIndicator distinct = distinctGrades(indicator);
                    mixed.add(distinct);
                    combinations = Math.min(combinations * distinct.grades().size(), MAX_COMBINATIONS + 1L);
                }
            }
        }
        if (combinations > MAX_COMBINATIONS) {
            return false;
        }
        enumerate(low, mixed, 0, range);
        enumerate(high, mixed, 0, range);
        return true;
    }

    private void enumerate(Grade[] grades, List<OpenIndicator> mixed, int depth, OutcomeRange range) {
        if (depth == mixed.size()) {
            range.add(grades);
            return;
        }
        OpenIndicator indicator = mixed.get(depth);
        for (Grade grade : indicator.grades()) {
            grades[indicator.indicator()] = grade;
            enumerate(grades, mixed, depth + 1, range);
        }
    }

    /** One grade of each class that the rules distinguish. */
    OpenIndicator distinctGrades(OpenIndicator open) {
        Map<String, Grade> distinct = new LinkedHashMap<>();
        open.grades().forEach(grade -> distinct.putIfAbsent(signature(open.indicator(), grade), grade));
        return new OpenIndicator(open.indicator(), List.copyOf(distinct.values()));
    }

    /** The nearest grade of each class except the current one, from the lowest class to the highest. */
    public List<Grade> otherDistinctGrades(int indicator, Grade current) {
        Map<String, Grade> nearest = new LinkedHashMap<>();
        for (Grade grade : Grade.values()) {
            if (grade != Grade.UNKNOWN && grade != current) {
                nearest.merge(
                        signature(indicator, grade),
                        grade,
                        (a, b) -> distance(a, current) <= distance(b, current) ? a : b);
            }
        }
        nearest.remove(signature(indicator, current));
        return List.copyOf(nearest.values());
    }

    private static int distance(Grade grade, Grade current) {
        return Math.abs(grade.ordinal() - current.ordinal());
    }

    /** The conditions that a grade meets, as a string of 0 and 1; grades of one class are equivalent for every rule. */
    private String signature(int indicator, Grade grade) {
        StringBuilder signature = new StringBuilder();
        for (int r : model.rulesReading(indicator)) {
            int[] indicators = model.indicators(r);
            for (int position = 0; position < indicators.length; position++) {
                if (indicators[position] == indicator) {
                    signature.append(model.accepts(r, position, grade) ? '1' : '0');
                }
            }
        }
        return signature.toString();
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

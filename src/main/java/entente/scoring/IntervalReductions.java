package entente.scoring;

import entente.model.Grade;
import entente.model.Numbers;
import entente.model.Question;
import entente.model.assessment.Assessment.IntervalReduction;
import entente.model.assessment.Interval;
import entente.scoring.Completions.OpenIndicator;
import java.util.Comparator;
import java.util.List;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Ranks unknown readings by the expected narrowing of the interval, averaged over their possible grades. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class IntervalReductions {

    private final Completions completions;
    private final GradedScenario graded;
    private final List<OpenIndicator> open;
    private final Monotonicity[] alliance;

    /** The readings that narrow the interval, in descending order of the expected narrowing. */
    List<IntervalReduction> findOutNext(Interval interval) {
        return open.stream()
                .filter(reading -> alliance[reading.indicator()] != Monotonicity.NONE)
                .map(reading -> new IntervalReduction(
                        graded.catalogue().indicators().get(reading.indicator()).id(),
                        Numbers.rounded(narrows(reading, interval), 1)))
                .filter(reading -> reading.narrowsPercent() > 0)
                .sorted(Comparator.comparingDouble(IntervalReduction::narrowsPercent)
                        .reversed())
                .toList();
    }

    private double narrows(OpenIndicator f, Interval interval) {
        List<OpenIndicator> others =
                open.stream().filter(o -> o.indicator() != f.indicator()).toList();
        List<Grade> distinct = completions.distinctGrades(f).grades();
        double widths = 0;
        int width = 0;
        for (Grade grade : f.grades()) {
            // Conditions are thresholds, so grades of one class are consecutive.
            if (distinct.contains(grade)) {
                width = completions
                        .outcomeRange(graded.with(f.indicator(), grade), others, Question.ALLIANCE)
                        .interval()
                        .widthTenths();
            }
            widths += width;
        }
        return (interval.widthTenths() - widths / f.grades().size()) / 10;
    }
}

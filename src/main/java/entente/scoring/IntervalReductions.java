package entente.scoring;

import entente.model.Grade;
import entente.model.Indicator;
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

    private final ScoringModel model;
    private final ScenarioVariant point;
    private final List<OpenIndicator> open;

    /** The readings that narrow the interval, in descending order of the expected narrowing. */
    List<IntervalReduction> findOutNext(Interval interval) {
        List<Indicator> indicators = model.book().catalogue().indicators();
        Monotonicity[] alliance = model.monotonicity(Question.ALLIANCE);
        return open.stream()
                .filter(reading -> alliance[reading.indicator()] != Monotonicity.NONE)
                .map(reading -> new IntervalReduction(
                        indicators.get(reading.indicator()).id(), Numbers.rounded(narrows(reading, interval), 1)))
                .filter(reading -> reading.narrowsPercent() > 0)
                .sorted(Comparator.comparingDouble(IntervalReduction::narrowsPercent)
                        .reversed())
                .toList();
    }

    private double narrows(OpenIndicator reading, Interval interval) {
        Completions completions = new Completions(model);
        List<OpenIndicator> others = open.stream()
                .filter(other -> other.indicator() != reading.indicator())
                .toList();
        List<Grade> distinct = completions.distinctGrades(reading).grades();
        Grade before = point.grade(reading.indicator());
        double widths = 0;
        int width = 0;
        for (Grade grade : reading.grades()) {
            // Conditions are thresholds, so grades of one class are consecutive.
            if (distinct.contains(grade)) {
                point.set(reading.indicator(), grade);
                width = completions.interval(point, others).widthTenths();
            }
            widths += width;
        }
        point.set(reading.indicator(), before);
        return (interval.widthTenths() - widths / reading.grades().size()) / 10;
    }
}

package entente.scoring;

import entente.model.Assumptions;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.GradedReading;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.Scenario;
import entente.model.ValueRange;
import java.util.List;
import java.util.stream.IntStream;

/** The grades of a scenario, in the order of the catalogue. */
public record GradedScenario(Catalogue catalogue, Grade[] grades) {

    private static final List<Grade> GRADES = List.of(Grade.values());

    public static GradedScenario of(Scenario scenario, Catalogue catalogue) {
        return of(scenario, catalogue, scenario.assumptions());
    }

    /** The readings of a scenario graded with the cut points of other assumptions. */
    public static GradedScenario of(Scenario scenario, Catalogue catalogue, Assumptions assumptions) {
        Grade[] grades = catalogue.indicators().stream()
                .map(indicator -> grade(scenario.reading(indicator.id()), assumptions.scale(indicator)))
                .toArray(Grade[]::new);
        return new GradedScenario(catalogue, grades);
    }

    public static Grade grade(Reading reading, GradeScale scale) {
        return reading.range().isPresent() ? scale.gradeOf(reading.range().get().value()) : Grade.UNKNOWN;
    }

    /** The possible grades of a reading: those that have a weight, those of its range, or all five if it is unknown. */
    static List<Grade> possibleGrades(Reading reading, GradeScale scale) {
        if (reading.distribution().orElse(null) instanceof GradeWeights weights) {
            return weights.byGrade().keySet().stream()
                    .filter(grade -> grade != Grade.UNKNOWN)
                    .toList();
        }
        if (reading.range().isEmpty()) {
            return between(Grade.VERY_LOW, Grade.VERY_HIGH);
        }
        ValueRange range = reading.range().get();
        return between(scale.gradeOf(range.low()), scale.gradeOf(range.high()));
    }

    private static List<Grade> between(Grade low, Grade high) {
        return GRADES.subList(low.ordinal(), high.ordinal() + 1);
    }

    List<GradedReading> gradedReadings() {
        return IntStream.range(0, grades.length)
                .mapToObj(i -> new GradedReading(catalogue.indicators().get(i).id(), grades[i]))
                .toList();
    }

    public GradedScenario with(int indicator, Grade grade) {
        Grade[] changed = grades.clone();
        changed[indicator] = grade;
        return new GradedScenario(catalogue, changed);
    }
}

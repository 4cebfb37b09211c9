package entente.scoring;

import entente.model.Assumptions;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Reading;
import entente.model.Scenario;

/** The grades of a scenario, in the order of the catalogue. */
public record GradedScenario(Catalogue catalogue, Grade[] grades) {

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

    public GradedScenario with(int indicator, Grade grade) {
        Grade[] changed = grades.clone();
        changed[indicator] = grade;
        return new GradedScenario(catalogue, changed);
    }
}

package entente.scoring;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Reading;
import entente.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * A graded scenario with what scores it.
 *
 * @param readings by catalogue index
 * @param base points of the base rate
 */
public record ScoredScenario(
        Scenario scenario, ScoringModel model, List<Reading> readings, GradedScenario graded, Points base) {

    static ScoredScenario of(Scenario scenario, ScoringModel model) {
        Catalogue catalogue = model.book().catalogue();
        List<Reading> readings = new ArrayList<>();
        Grade[] grades = new Grade[catalogue.indicators().size()];
        for (int i = 0; i < grades.length; i++) {
            Reading reading = scenario.reading(catalogue.indicators().get(i).id());
            readings.add(reading);
            grades[i] = GradedScenario.grade(reading, model.scale(i));
        }
        return new ScoredScenario(
                scenario,
                model,
                readings,
                new GradedScenario(catalogue, grades),
                ScoringModel.basePoints(model.book(), scenario.assumptions(), scenario.horizonYears()));
    }

    public ScoringOutcome outcome(boolean[] satisfied) {
        return model.outcome(satisfied, base);
    }

    /** The likelihood if the readings had these grades. */
    public Percent likelihood(Grade[] grades) {
        return model.outcome(grades, base).likelihood();
    }

    /** This scenario, to change its readings. */
    public ScenarioVariant variant() {
        return new ScenarioVariant(model, base, graded.grades());
    }

    public GradeScale scale(Indicator indicator) {
        return scenario.assumptions().scale(indicator);
    }
}

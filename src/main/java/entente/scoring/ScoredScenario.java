package entente.scoring;

import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Reading;
import entente.model.Scenario;
import entente.scoring.ScoringModel.ScoringOutcome;
import java.util.List;

/**
 * A graded scenario with what scores it.
 *
 * @param readings by catalogue index
 * @param grades by catalogue index; not to be changed
 * @param base points of the base rate
 */
public record ScoredScenario(
        Scenario scenario, ScoringModel model, List<Reading> readings, Grade[] grades, Points base) {

    static ScoredScenario of(Scenario scenario, ScoringModel model) {
        Catalogue catalogue = model.book().catalogue();
        return new ScoredScenario(
                scenario,
                model,
                catalogue.indicators().stream()
                        .map(indicator -> scenario.reading(indicator.id()))
                        .toList(),
                grades(scenario, catalogue),
                ScoringModel.basePoints(model.book(), scenario.assumptions(), scenario.horizonYears()));
    }

    /** The grades of a scenario under its assumptions, in the order of the catalogue. */
    public static Grade[] grades(Scenario scenario, Catalogue catalogue) {
        return catalogue.indicators().stream()
                .map(indicator -> scenario.assumptions().scale(indicator).gradeOf(scenario.reading(indicator.id())))
                .toArray(Grade[]::new);
    }

    public Catalogue catalogue() {
        return model.book().catalogue();
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
        return new ScenarioVariant(model, base, grades);
    }

    public GradeScale scale(Indicator indicator) {
        return scenario.assumptions().scale(indicator);
    }
}

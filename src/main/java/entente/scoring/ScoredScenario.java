package entente.scoring;

import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Scenario;

/**
 * A graded scenario with what scores it.
 *
 * @param base points of the base rate
 */
public record ScoredScenario(Scenario scenario, ScoringModel model, GradedScenario graded, Points base) {

    static ScoredScenario of(Scenario scenario, ScoringModel model) {
        return new ScoredScenario(
                scenario,
                model,
                new GradedScenario(model.book().catalogue(), model.grades(scenario)),
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

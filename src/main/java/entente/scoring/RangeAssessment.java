package entente.scoring;

import entente.model.Scenario;
import entente.model.assessment.Assessment.IntervalReduction;
import entente.model.assessment.Interval;
import entente.scoring.Assessor.PointAssessment;
import entente.scoring.Completions.OpenIndicator;
import java.util.List;

/**
 * The part of an {@link entente.model.assessment.Assessment} that says what is likely and what the open readings allow,
 * without confidence and outlook, which take most of the time.
 *
 * @param findOutNext as in an assessment
 */
public record RangeAssessment(
        GradedScenario graded, PointAssessment point, Interval interval, List<IntervalReduction> findOutNext) {

    public static RangeAssessment of(Assessor assessor, Scenario scenario) {
        ScoredScenario scored = assessor.scored(scenario);
        ScenarioVariant variant = scored.variant();
        List<OpenIndicator> open = assessor.openIndicators(scored);
        Interval interval = new Completions(scored.model()).interval(variant, open);
        return new RangeAssessment(
                scored.graded(),
                assessor.pointAssessment(scenario),
                interval,
                new IntervalReductions(scored.model(), variant, open).findOutNext(interval));
    }
}

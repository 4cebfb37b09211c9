package entente.analysis.exploration;

import entente.model.Scenario;
import entente.scoring.Assessor;
import entente.scoring.ScoredScenario;
import lombok.RequiredArgsConstructor;

/**
 * Explores a scenario with uncertain readings: the probability of each verdict over all cases, exactly where the rule
 * book allows it.
 */
@RequiredArgsConstructor
public final class Exploration {

    private final Assessor assessor;
    private final int mostStates;

    public Exploration(Assessor assessor) {
        this(assessor, ExactCases.MOST_STATES);
    }

    public ExplorationResult explore(Scenario scenario) {
        return explore(ExplorationQuestion.of(scenario));
    }

    /**
     * @throws IllegalArgumentException if a condition is impossible, see {@link ExplorationQuestion#impossible}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public ExplorationResult explore(ExplorationQuestion question) {
        ScoredScenario scored = assessor.scored(question.scenario());
        Priors priors = Priors.of(question, assessor.book().catalogue());
        ResultBuilder builder = new ResultBuilder(question, scored, priors);
        try {
            return builder.exact(new ExactCases(scored, priors, question.output()).count(mostStates));
        } catch (DiagramTooLargeException tooLarge) {
            return builder.sampled(new SampledCases(scored, priors).draw());
        }
    }
}

package entente.analysis.exploration;

import entente.analysis.exploration.diagram.WorkLimitException;
import entente.model.Catalogue;
import entente.model.Scenario;
import entente.model.exploration.ExplorationQuestion;
import entente.scoring.Assessor;
import entente.scoring.ScoredScenario;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import lombok.RequiredArgsConstructor;

/**
 * Explores a scenario with uncertain readings: the probability of each verdict over all cases, exactly where the rule
 * book allows it.
 */
@RequiredArgsConstructor
public final class Exploration {

    private final Assessor assessor;
    private final WorkLimits limits;

    public Exploration(Assessor assessor) {
        this(assessor, WorkLimits.STANDARD);
    }

    /** The indicators of conditions that no case with a probability meets. */
    public List<String> impossible(ExplorationQuestion question) {
        Catalogue catalogue = assessor.book().catalogue();
        Priors priors = Priors.of(
                new ExplorationQuestion(
                        question.scenario(),
                        Map.of(),
                        question.worlds(),
                        question.unratedAny(),
                        Optional.empty(),
                        Optional.empty()),
                catalogue);
        return question.given().entrySet().stream()
                .filter(condition -> priors.probability(
                                Objects.requireNonNull(catalogue.positions().get(condition.getKey())),
                                condition.getValue().ordinal())
                        == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    public ExplorationResult explore(Scenario scenario) {
        return explore(ExplorationQuestion.of(scenario));
    }

    public ExplorationResult explore(ExplorationQuestion question) {
        return explore(question, share -> {});
    }

    /**
     * @param progress receives the share that is done, from 0 to 1; what it throws ends the exploration
     * @throws IllegalArgumentException if a condition is impossible, see {@link #impossible}
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public ExplorationResult explore(ExplorationQuestion question, DoubleConsumer progress) {
        ScoredScenario scored = assessor.scored(question.scenario());
        Priors priors = Priors.of(question, assessor.book().catalogue());
        ResultBuilder builder = new ResultBuilder(question, scored, assessor.assess(question.scenario()), priors);
        ExactCases exact = new ExactCases(scored, priors, question, limits);
        ExplorationSteps steps = new ExplorationSteps(progress, exact.steps());
        try {
            return builder.exact(exact.count(steps));
        } catch (WorkLimitException tooMuch) {
            return builder.sampled(new SampledCases(scored, priors).draw(steps.instead(SampledCases.STEPS)));
        }
    }
}

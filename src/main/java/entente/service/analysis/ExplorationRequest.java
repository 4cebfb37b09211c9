package entente.service.analysis;

import entente.analysis.exploration.Exploration;
import entente.document.Fields;
import entente.model.ExplorationQuestion;
import entente.model.Scenario;
import entente.scenario.ExplorationQuestionParser;
import entente.service.api.ScenarioBody;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.Optional;

/** A scenario to explore, as it is or with conditions and what is asked of it. */
final class ExplorationRequest {

    private ExplorationRequest() {}

    /** @throws entente.service.problem.ProblemException with all problems */
    static ExplorationQuestion question(RuleBookSnapshot snapshot, ScenarioBody body) {
        if (body.isSheet()) {
            return ExplorationQuestion.of(body.scenario(snapshot));
        }
        RequestEnvelope envelope = new RequestEnvelope(snapshot, body.bytes());
        Fields fields = envelope.fields();
        Optional<Scenario> scenario = envelope.scenarioWith(ExplorationQuestionParser.FIELDS);
        Optional<ExplorationQuestion> question = envelope.hasParameters()
                ? new ExplorationQuestionParser(snapshot.vocabulary()).question(scenario, fields)
                : scenario.map(ExplorationQuestion::of);
        Exploration exploration = new Exploration(snapshot.assessor());
        question.ifPresent(asked ->
                exploration.impossible(asked).forEach(id -> ExplorationQuestionParser.rejectImpossible(fields, id)));
        envelope.check();
        return question.orElseThrow();
    }
}

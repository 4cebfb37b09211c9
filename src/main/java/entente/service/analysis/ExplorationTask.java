package entente.service.analysis;

import entente.analysis.exploration.Exploration;
import entente.report.json.ExplorationJson;
import entente.service.api.ScenarioBody;
import entente.service.archive.Content;
import entente.service.jobs.JobTask;
import entente.service.jobs.JobTask.Progress;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookSnapshot;
import java.io.IOException;
import java.io.InputStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Explores a scenario as a job, without the deadline of a request. After a restart it begins again: same result. */
@RequiredArgsConstructor
@Component(ExplorationTask.KIND)
class ExplorationTask implements JobTask {

    static final String KIND = "exploration";

    private final ActiveRuleBook activeRuleBook;

    @Override
    public String run(Content request, Progress progress) throws IOException {
        RuleBookSnapshot snapshot = activeRuleBook.current();
        ScenarioBody body;
        try (InputStream in = request.open()) {
            body = ScenarioBody.ofJson(in.readAllBytes());
        }
        String result = ExplorationJson.DOCUMENT.pretty(
                new Exploration(snapshot.assessor()).explore(AnalysisRequests.exploration(snapshot, body)));
        progress.done(1);
        return result;
    }
}

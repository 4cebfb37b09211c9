package entente.service.workshop.board;

import entente.model.Problem;
import entente.scenario.ScenarioResult;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.workshop.GroupReadings.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Checks the readings of a move as those of a scenario are checked. */
public final class ChangeChecks {

    private static final String READINGS = "#/readings/";

    private ChangeChecks() {}

    /** @param pointer of the list of changes in the body; what names no indicator is a problem of the body already */
    public static List<Problem> problems(RuleBookSnapshot snapshot, List<Change> changes, String pointer) {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            if (change.indicator().isEmpty()) {
                continue;
            }
            // A reading that is taken back must exist as well.
            Map<String, Object> file = Map.of(
                    "schemaVersion",
                    "1",
                    "id",
                    "move",
                    "title",
                    "Move",
                    "readings",
                    Map.of(change.indicator(), CaseReader.reading(change.value().orElse(OptionalDouble.empty()))));
            ScenarioResult result = snapshot.reader().read(CaseReader.bytes(file), snapshot.scenarioSource());
            if (result instanceof ScenarioResult.Refused refused) {
                String at = pointer + "/" + i;
                refused.problems().stream()
                        .filter(problem -> problem.pointer().startsWith(READINGS))
                        .map(problem -> moved(problem, at))
                        .forEach(problems::add);
            }
        }
        return problems;
    }

    private static Problem moved(Problem problem, String at) {
        String field = problem.code().equals("UNKNOWN_INDICATOR") ? "/indicator" : "/value";
        return new Problem(at + field, problem.code(), problem.detail(), problem.allowed(), problem.suggestion(), 0, 0);
    }
}

package entente.service.briefing.http;

import entente.briefing.BriefingScenario;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Scenario;
import entente.scenario.ScenarioResult;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** The shipped and stored scenarios, of which briefings are chosen. */
record AvailableScenarios(RuleBookSnapshot snapshot, StoredScenarios stored) {

    SortedSet<String> ids() {
        SortedSet<String> ids = new TreeSet<>(snapshot.scenarioSource().ids());
        ids.addAll(stored.ids());
        return ids;
    }

    Optional<byte[]> find(String id) {
        return snapshot.scenarioSource().listed(id).or(() -> stored.find(id).map(StoredScenario::bytes));
    }

    /** @throws ProblemException BAD_PARAMETER if there is no such scenario */
    byte[] get(String id) {
        return find(id).orElseThrow(() ->
                refused("There is no scenario \"" + Text.excerpt(id) + "\"." + Suggestion.sentence(id, ids())));
    }

    /** Empty if the active rule book refuses it. */
    Optional<Scenario> accepted(byte[] scenario) {
        return snapshot.reader().read(scenario, snapshot.scenarioSource()) instanceof ScenarioResult.Accepted accepted
                ? Optional.of(accepted.scenario())
                : Optional.empty();
    }

    /** @throws ProblemException BAD_PARAMETER if the active rule book refuses one */
    List<BriefingScenario> read(List<byte[]> scenarios) {
        return scenarios.stream()
                .map(bytes -> snapshot.briefings()
                        .read(
                                reader -> reader.read(bytes, snapshot.scenarioSource()),
                                Function.<BriefingScenario>identity(),
                                invalid -> {
                                    throw refused("The active rule book refuses one of these scenarios; "
                                            + "GET /api/v1/scenarios says which are valid.");
                                }))
                .toList();
    }

    private static ProblemException refused(String what) {
        return ProblemException.of(ProblemType.BAD_PARAMETER, what);
    }
}

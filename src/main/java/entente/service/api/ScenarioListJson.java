package entente.service.api;

import entente.model.Scenario;
import entente.report.json.JsonWriter;
import entente.scenario.ScenarioResult;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A page of the list of scenarios. They are loaded before they are evaluated, because evaluations may be interrupted
 * but archive access must not be.
 *
 * @param next the last id if there are further entries
 */
record ScenarioListJson(List<Found> found, Optional<String> next) {

    /**
     * A scenario with its bytes.
     *
     * @param stored empty for a shipped one
     */
    record Found(String id, byte[] bytes, Optional<StoredScenario> stored) {}

    static ScenarioListJson fetch(
            RuleBookSnapshot snapshot, StoredScenarios stored, Optional<String> after, int limit) {
        List<String> shipped = snapshot.scenarioSource().ids();
        TreeSet<String> ids = new TreeSet<>(shipped);
        stored.list().forEach(listed -> ids.add(listed.id()));
        List<String> rest = List.copyOf(after.isEmpty() ? ids : ids.tailSet(after.get(), false));
        List<Found> found = new ArrayList<>();
        for (String id : rest.subList(0, Math.min(limit, rest.size()))) {
            if (shipped.contains(id)) {
                snapshot.scenarioSource()
                        .find(id)
                        .ifPresent(bytes -> found.add(new Found(id, bytes, Optional.empty())));
            } else {
                // Empty if it was deleted in the meantime.
                stored.find(id).ifPresent(one -> found.add(new Found(id, one.bytes(), Optional.of(one))));
            }
        }
        return new ScenarioListJson(found, rest.size() > limit ? Optional.of(rest.get(limit - 1)) : Optional.empty());
    }

    /** Each is parsed with the current rule book. */
    String write(RuleBookSnapshot snapshot) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("scenarios", found.stream().map(one -> entry(one, snapshot)).toList());
        next.ifPresent(id -> root.put("next", id));
        return JsonWriter.write(root);
    }

    private static Map<String, Object> entry(Found found, RuleBookSnapshot snapshot) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", found.id());
        entry.put("origin", found.stored().isPresent() ? "STORED" : "SHIPPED");
        entry.put("etag", Responses.etag(found.bytes()));
        ScenarioResult result = snapshot.reader().read(found.bytes(), snapshot.scenarioSource());
        entry.put("valid", result instanceof ScenarioResult.Accepted);
        if (result instanceof ScenarioResult.Accepted accepted) {
            Scenario scenario = accepted.scenario();
            entry.put("title", scenario.title());
            scenario.asOf().ifPresent(date -> entry.put("asOf", date.toString()));
            entry.put("horizonYears", scenario.horizonYears());
        }
        found.stored().ifPresent(stored -> {
            entry.put("version", stored.version());
            entry.put("author", stored.author());
            entry.put("at", stored.at().toString());
        });
        return entry;
    }
}

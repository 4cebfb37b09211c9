package entente.web;

import entente.archive.StoredScenario;
import entente.archive.StoredScenarios;
import entente.domain.Scenario;
import entente.json.Tree;
import entente.scenario.ScenarioResult;
import entente.service.Edition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The list of scenarios; each is read when it is shown, so that it has the title that it has now. */
record ScenarioList(Edition edition, StoredScenarios stored) {

    String page(Optional<String> after, int limit) {
        List<String> shipped = edition.shelf().ids();
        TreeSet<String> ids = new TreeSet<>(shipped);
        stored.list().forEach(listed -> ids.add(listed.id()));
        List<String> rest = List.copyOf(after.isEmpty() ? ids : ids.tailSet(after.get(), false));
        List<Object> entries = new ArrayList<>();
        for (String id : rest.subList(0, Math.min(limit, rest.size()))) {
            (shipped.contains(id) ? shipped(id) : put(id)).ifPresent(entries::add);
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("scenarios", entries);
        if (rest.size() > limit) {
            root.put("next", rest.get(limit - 1));
        }
        return Tree.write(root);
    }

    private Optional<Map<String, Object>> shipped(String id) {
        return edition.shelf().find(id).map(bytes -> entry(id, bytes, "SHIPPED"));
    }

    /** Empty for one that was taken away in the meantime. */
    private Optional<Map<String, Object>> put(String id) {
        return stored.find(id).map(scenario -> put(id, scenario));
    }

    private Map<String, Object> put(String id, StoredScenario scenario) {
        Map<String, Object> entry = entry(id, scenario.bytes(), "STORED");
        entry.put("version", scenario.version());
        entry.put("author", scenario.author());
        entry.put("at", scenario.at().toString());
        return entry;
    }

    private Map<String, Object> entry(String id, byte[] bytes, String origin) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("origin", origin);
        entry.put("etag", Answers.etag(bytes));
        ScenarioResult result = edition.reader().read(bytes, edition.shelf());
        entry.put("valid", result instanceof ScenarioResult.Accepted);
        if (result instanceof ScenarioResult.Accepted accepted) {
            Scenario scenario = accepted.scenario();
            entry.put("title", scenario.title());
            scenario.asOf().ifPresent(date -> entry.put("asOf", date.toString()));
            entry.put("horizonYears", scenario.horizonYears());
        }
        return entry;
    }
}

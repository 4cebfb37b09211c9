package entente.service.api;

import static entente.report.json.JsonTypes.*;

import entente.model.Scenario;
import entente.report.json.Form;
import entente.report.json.ResultDocument;
import entente.scenario.ScenarioResult;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.ArrayList;
import java.util.List;
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
        ids.addAll(stored.ids());
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
        return DOCUMENT.pretty(
                new Page(found.stream().map(one -> Item.of(one, snapshot)).toList(), next));
    }

    private record Page(List<Item> items, Optional<String> next) {}

    /** @param scenario empty if the current rule book refuses it */
    private record Item(Found found, Optional<Scenario> scenario) {

        static Item of(Found found, RuleBookSnapshot snapshot) {
            ScenarioResult result = snapshot.reader().read(found.bytes(), snapshot.scenarioSource());
            return new Item(
                    found,
                    result instanceof ScenarioResult.Accepted accepted
                            ? Optional.of(accepted.scenario())
                            : Optional.empty());
        }
    }

    private static final Form<Item> ITEM = Form.<Item>named("listedScenario")
            .required("id", ID, item -> item.found().id())
            .required(
                    "origin",
                    choice(List.of("SHIPPED", "STORED")),
                    item -> item.found().stored().isPresent() ? "STORED" : "SHIPPED")
            .required(
                    "etag",
                    text("entity tag", "pattern", "^\"[0-9a-f]{64}\"$"),
                    item -> Responses.etag(item.found().bytes()))
            .required("valid", BOOLEAN, item -> item.scenario().isPresent())
            .described("Whether the active rule book accepts it.")
            .optional("title", TEXT, "If valid.", item -> item.scenario().map(Scenario::title))
            .optional("asOf", DATE, "If valid.", item -> item.scenario().flatMap(Scenario::asOf))
            .optional(
                    "horizonYears",
                    HORIZON,
                    "If valid.",
                    item -> item.scenario().map(Scenario::horizonYears))
            .optional(
                    "version",
                    POSITIVE,
                    "If stored.",
                    item -> item.found().stored().map(StoredScenario::version))
            .optional(
                    "author", TEXT, "If stored.", item -> item.found().stored().map(StoredScenario::author))
            .optional("at", INSTANT, "If stored.", item -> item.found().stored().map(StoredScenario::at));

    static final ResultDocument<Page> DOCUMENT = new ResultDocument<>(
            "scenarios",
            "scenarios",
            "A page of shipped and stored scenarios, by id.",
            Form.<Page>named("scenarios")
                    .required("scenarios", list(ITEM), Page::items)
                    .optional("next", TEXT, "Value of after for the next page; absent on the last.", Page::next));
}

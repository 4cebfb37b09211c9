package entente.service.api;

import static entente.report.json.JsonTypes.*;

import entente.model.Scenario;
import entente.report.json.Form;
import entente.report.json.ResultDocument;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.service.archive.StoredScenario;
import entente.service.rulebook.RuleBookSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A page of the list of scenarios. They are loaded before they are evaluated, because evaluations may be interrupted
 * but archive access must not be.
 *
 * @param next the last id if there are further entries
 */
public record ScenarioListJson(List<Item> items, Optional<String> next) {

    /**
     * A scenario with its bytes.
     *
     * @param stored empty for a shipped one
     * @param scenario empty if it is not read yet, or the current rule book refuses it
     */
    public record Item(String id, byte[] bytes, Optional<StoredScenario> stored, Optional<Scenario> scenario) {

        private Item read(RuleBookSnapshot snapshot) {
            ScenarioResult result = snapshot.reader().read(bytes, snapshot.scenarioSource());
            return result instanceof ScenarioResult.Accepted accepted
                    ? new Item(id, bytes, stored, Optional.of(accepted.scenario()))
                    : this;
        }
    }

    /**
     * @param storedIds of the scenarios that are not shipped
     * @param stored finds one of them; empty if it was deleted in the meantime
     */
    public static ScenarioListJson fetch(
            RuleBookSnapshot snapshot,
            Collection<String> storedIds,
            Function<String, Optional<StoredScenario>> stored,
            Optional<String> after,
            int limit) {
        ScenarioSource source = snapshot.scenarioSource();
        List<String> shipped = source.ids();
        TreeSet<String> ids = new TreeSet<>(shipped);
        ids.addAll(storedIds);
        List<String> rest = List.copyOf(after.isEmpty() ? ids : ids.tailSet(after.get(), false));
        List<Item> items = new ArrayList<>();
        for (String id : rest.subList(0, Math.min(limit, rest.size()))) {
            if (shipped.contains(id)) {
                source.find(id).ifPresent(bytes -> items.add(new Item(id, bytes, Optional.empty(), Optional.empty())));
            } else {
                stored.apply(id)
                        .ifPresent(one -> items.add(new Item(id, one.bytes(), Optional.of(one), Optional.empty())));
            }
        }
        return new ScenarioListJson(items, rest.size() > limit ? Optional.of(rest.get(limit - 1)) : Optional.empty());
    }

    /** Each is parsed with the current rule book. */
    public String write(RuleBookSnapshot snapshot) {
        return DOCUMENT.pretty(new ScenarioListJson(
                items.stream().map(item -> item.read(snapshot)).toList(), next));
    }

    private static final Form<Item> ITEM = Form.<Item>named("listedScenario")
            .required("id", ID, Item::id)
            .required(
                    "origin",
                    choice(List.of("SHIPPED", "STORED")),
                    item -> item.stored().isPresent() ? "STORED" : "SHIPPED")
            .required("etag", text("entity tag", "pattern", "^\"[0-9a-f]{64}\"$"), item -> Responses.etag(item.bytes()))
            .required("valid", BOOLEAN, item -> item.scenario().isPresent())
            .described("Whether the active rule book accepts it.")
            .optional("title", TEXT, "If valid.", item -> item.scenario().map(Scenario::title))
            .optional("asOf", DATE, "If valid.", item -> item.scenario().flatMap(Scenario::asOf))
            .optional("horizonYears", HORIZON, item -> item.scenario().map(Scenario::horizonYears))
            .described("If valid.")
            .optional("version", POSITIVE, "If stored.", item -> item.stored().map(StoredScenario::version))
            .optional("author", TEXT, "If stored.", item -> item.stored().map(StoredScenario::author))
            .optional("at", INSTANT, "If stored.", item -> item.stored().map(StoredScenario::at));

    static final ResultDocument<ScenarioListJson> DOCUMENT = PageDocument.of(
            "scenarios",
            "scenarios",
            "A page of shipped and stored scenarios, by id.",
            ITEM,
            ScenarioListJson::items,
            ScenarioListJson::next);
}

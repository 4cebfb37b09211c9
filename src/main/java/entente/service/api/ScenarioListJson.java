package entente.service.api;

import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Scenario;
import entente.report.json.RecordType;
import entente.report.json.ResultDocument;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.service.archive.StoredScenario;
import entente.service.rulebook.RuleBookSnapshot;
import java.time.Instant;
import java.time.LocalDate;
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

    static final ResultDocument<ScenarioListJson> DOCUMENT = new ResultDocument<>(
            "scenarios",
            "scenarios",
            "A page of shipped and stored scenarios, by id.",
            RecordType.of(ScenarioPage.class, ScenarioPage::of));

    record ScenarioPage(
            List<ListedScenario> scenarios,
            @Described(ServiceDocuments.NEXT) Optional<String> next) {

        private static ScenarioPage of(ScenarioListJson list) {
            return new ScenarioPage(
                    list.items().stream().map(ListedScenario::of).toList(), list.next());
        }
    }

    enum Origin {
        SHIPPED,
        STORED
    }

    record ListedScenario(
            @Described(kind = Kind.ID) String id,
            Origin origin,
            @Described(kind = Kind.ENTITY_TAG) String etag,

            @Described("Whether the active rule book accepts it.")
            boolean valid,

            @Described("If valid.") Optional<String> title,
            @Described("If valid.") Optional<LocalDate> asOf,

            @Described(value = "If valid.", kind = Kind.HORIZON)
            Optional<Integer> horizonYears,

            @Described(value = "If stored.", kind = Kind.FROM_ONE)
            Optional<Integer> version,

            @Described("If stored.") Optional<String> author,
            @Described("If stored.") Optional<Instant> at) {

        private static ListedScenario of(Item item) {
            return new ListedScenario(
                    item.id(),
                    item.stored().isPresent() ? Origin.STORED : Origin.SHIPPED,
                    Responses.etag(item.bytes()),
                    item.scenario().isPresent(),
                    item.scenario().map(Scenario::title),
                    item.scenario().flatMap(Scenario::asOf),
                    item.scenario().map(Scenario::horizonYears),
                    item.stored().map(StoredScenario::version),
                    item.stored().map(StoredScenario::author),
                    item.stored().map(StoredScenario::at));
        }
    }
}

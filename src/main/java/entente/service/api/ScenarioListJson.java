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

    /** @param stored empty for a shipped one */
    public record Item(String id, byte[] bytes, Optional<StoredScenario> stored) {}

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
                source.find(id).ifPresent(bytes -> items.add(new Item(id, bytes, Optional.empty())));
            } else {
                stored.apply(id).ifPresent(one -> items.add(new Item(id, one.bytes(), Optional.of(one))));
            }
        }
        return new ScenarioListJson(items, rest.size() > limit ? Optional.of(rest.get(limit - 1)) : Optional.empty());
    }

    /** Each is parsed with the current rule book. */
    public String write(RuleBookSnapshot snapshot) {
        return DOCUMENT.pretty(new ScenarioPage(
                items.stream().map(item -> ListedScenario.of(item, snapshot)).toList(), next));
    }

    static final ResultDocument<ScenarioPage> DOCUMENT = new ResultDocument<>(
            "scenarios",
            "scenarios",
            "A page of shipped and stored scenarios, by id.",
            RecordType.of(ScenarioPage.class));

    record ScenarioPage(
            List<ListedScenario> scenarios,
            @Described(ServiceDocuments.NEXT) Optional<String> next) {}

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

        private static ListedScenario of(Item item, RuleBookSnapshot snapshot) {
            ScenarioResult result = snapshot.reader().read(item.bytes(), snapshot.scenarioSource());
            Optional<Scenario> scenario = result instanceof ScenarioResult.Accepted accepted
                    ? Optional.of(accepted.scenario())
                    : Optional.empty();
            return new ListedScenario(
                    item.id(),
                    item.stored().isPresent() ? Origin.STORED : Origin.SHIPPED,
                    Responses.etag(item.bytes()),
                    scenario.isPresent(),
                    scenario.map(Scenario::title),
                    scenario.flatMap(Scenario::asOf),
                    scenario.map(Scenario::horizonYears),
                    item.stored().map(StoredScenario::version),
                    item.stored().map(StoredScenario::author),
                    item.stored().map(StoredScenario::at));
        }
    }
}

package entente.cli.io;

import entente.model.Scenario;
import entente.model.ValueRange;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Recognizes the histories with which the rules were developed: the shipped scenarios, by id or by readings. An edited
 * copy with the same id counts as the original, to be conservative.
 */
public record TunedScenarios(Set<String> ids, Set<Map<String, Optional<ValueRange>>> readings)
        implements Predicate<Scenario> {

    public static TunedScenarios on(Home home, ScenarioReader reader) {
        FolderScenarioSource shipped = new FolderScenarioSource(List.of(home.scenarios()));
        Set<String> ids = new HashSet<>(shipped.ids());
        Set<Map<String, Optional<ValueRange>>> readings = new HashSet<>();
        for (String id : ids) {
            // Another rule book may reject a shipped scenario; then only its id is compared.
            if (shipped.find(id).map(bytes -> reader.read(bytes, shipped)).orElse(null)
                    instanceof ScenarioResult.Accepted accepted) {
                readings.add(values(accepted.scenario()));
            }
        }
        return new TunedScenarios(ids, readings);
    }

    @Override
    public boolean test(Scenario scenario) {
        return ids.contains(scenario.id()) || readings.contains(values(scenario));
    }

    private static Map<String, Optional<ValueRange>> values(Scenario scenario) {
        Map<String, Optional<ValueRange>> values = new TreeMap<>();
        scenario.readings().forEach((id, reading) -> values.put(id, reading.range()));
        return values;
    }
}

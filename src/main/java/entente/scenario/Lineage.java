package entente.scenario;

import entente.document.Position;
import entente.document.ProblemCollector;
import entente.model.Assumptions;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.Source;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A scenario file followed by its ancestors, nearest first. Readings, sources, date and horizon are inherited;
 * narrative, assumptions and observed outcome are not.
 */
record Lineage(List<ScenarioFile> files) {

    private static final int DEFAULT_HORIZON = 5;

    void checkSources(ProblemCollector problems) {
        Map<String, Source> sources = sources();
        ScenarioFile scenario = files.get(0);
        scenario.readings()
                .forEach((id, reading) -> reading.source()
                        .filter(s -> !sources.containsKey(s))
                        .ifPresent(s -> new Position(
                                        "#/readings/" + id + "/source",
                                        Objects.requireNonNull(
                                                scenario.sourceLocations().get(id)),
                                        problems)
                                .rejectUnknown("UNKNOWN_SOURCE", "source", s, sources.keySet())));
    }

    Scenario resolve(Catalogue catalogue, Map<String, Reading> overridden, Assumptions assumptions) {
        ScenarioFile scenario = files.get(0);
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Indicator indicator : catalogue.indicators()) {
            readings.put(indicator.id(), reading(indicator.id(), overridden));
        }
        return ResolvedScenario.of(new Scenario(
                scenario.id(),
                scenario.title(),
                scenario.narrative(),
                asOf(),
                horizon(),
                readings,
                assumptions,
                List.copyOf(sources().values()),
                scenario.observed(),
                "",
                ""));
    }

    private Reading reading(String indicator, Map<String, Reading> overridden) {
        Reading set = overridden.get(indicator);
        if (set != null) {
            return set;
        }
        for (int age = 0; age < files.size(); age++) {
            Reading reading = files.get(age).readings().get(indicator);
            if (reading != null) {
                return age == 0
                        ? reading
                        : reading.withInheritedFrom(Optional.of(files.get(age).id()));
            }
        }
        return Reading.unknown(indicator);
    }

    private Map<String, Source> sources() {
        Map<String, Source> sources = new TreeMap<>();
        for (int i = files.size() - 1; i >= 0; i--) {
            sources.putAll(files.get(i).sources());
        }
        return sources;
    }

    private Optional<LocalDate> asOf() {
        return files.stream().map(ScenarioFile::asOf).flatMap(Optional::stream).findFirst();
    }

    private int horizon() {
        return files.stream()
                .map(ScenarioFile::horizonYears)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .findFirst()
                .orElse(DEFAULT_HORIZON);
    }
}

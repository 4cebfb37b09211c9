package entente.scenario;

import entente.document.CanonicalJson;
import entente.document.Digest;
import entente.model.Assumptions;
import entente.model.ObservedOutcome;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a scenario in the canonical form used for its digest, which is itself a scenario file. */
final class ResolvedScenario {

    private ResolvedScenario() {}

    static Scenario scenario(
            String id,
            String title,
            Optional<String> narrative,
            Optional<LocalDate> asOf,
            int horizonYears,
            Map<String, Reading> readings,
            Assumptions assumptions,
            List<Source> sources,
            Optional<ObservedOutcome> observed) {
        Map<String, Object> file = new TreeMap<>();
        file.put("schemaVersion", "1");
        file.put("id", id);
        file.put("title", title);
        narrative.ifPresent(n -> file.put("narrative", n));
        asOf.ifPresent(d -> file.put("asOf", d.toString()));
        file.put("horizonYears", horizonYears);
        file.put("readings", readings(readings));
        if (!assumptions.isDefault()) {
            file.put("assumptions", assumptions(assumptions));
        }
        if (!sources.isEmpty()) {
            List<Object> list = new ArrayList<>();
            sources.forEach(s -> list.add(Map.of("id", s.id(), "ref", s.ref())));
            file.put("sources", list);
        }
        observed.ifPresent(o -> file.put(
                "observed",
                Map.of(
                        "relationship", o.relationship().name(),
                        "allianceInForce", o.allianceInForce(),
                        "source", o.source())));
        String resolved = CanonicalJson.write(file);
        return new Scenario(
                id,
                title,
                narrative,
                asOf,
                horizonYears,
                readings,
                assumptions,
                sources,
                observed,
                resolved,
                Digest.sha256(resolved));
    }

    /** An unknown reading without further information is omitted, like a missing one. */
    private static Map<String, Object> readings(Map<String, Reading> readings) {
        Map<String, Object> all = new TreeMap<>();
        readings.forEach((id, reading) -> {
            Map<String, Object> entry = new TreeMap<>();
            reading.range().ifPresent(span -> {
                entry.put("value", span.value());
                if (span.wide()) {
                    entry.put("low", span.low());
                    entry.put("high", span.high());
                }
            });
            reading.source().ifPresent(s -> entry.put("source", s));
            reading.grade().ifPresent(g -> entry.put("grade", g.toString()));
            reading.asOf().ifPresent(d -> entry.put("asOf", d.toString()));
            reading.note().ifPresent(n -> entry.put("note", n));
            if (!entry.isEmpty() || reading.status() != ReadingStatus.UNKNOWN) {
                entry.put("status", reading.status().name().toLowerCase(Locale.ROOT));
                all.put(id, entry);
            }
        });
        return all;
    }

    private static Map<String, Object> assumptions(Assumptions assumptions) {
        Map<String, Object> all = new TreeMap<>();
        if (!assumptions.weights().isEmpty()) {
            Map<String, Object> weights = new TreeMap<>();
            assumptions.weights().forEach((question, changed) -> {
                Map<String, Object> table = new TreeMap<>();
                changed.forEach((strength, points) -> table.put(strength.name(), points));
                weights.put(question.name().toLowerCase(Locale.ROOT), table);
            });
            all.put("weights", weights);
        }
        if (!assumptions.emphasis().isEmpty()) {
            all.put("emphasis", new TreeMap<>(assumptions.emphasis()));
        }
        if (!assumptions.without().isEmpty()) {
            all.put("without", assumptions.without().stream().sorted().toList());
        }
        if (!assumptions.cutPoints().isEmpty()) {
            all.put("cutPoints", new TreeMap<>(assumptions.cutPoints()));
        }
        assumptions.baseRatePercent().ifPresent(rate -> all.put("baseRatePercent", rate));
        return all;
    }
}

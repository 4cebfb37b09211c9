package entente.scenario;

import entente.document.CanonicalJson;
import entente.document.Digest;
import entente.model.Assumptions;
import entente.model.Reading;
import entente.model.ReadingDistribution;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes a scenario in the canonical form used for its digest, which is itself a scenario file. */
final class ResolvedScenario {

    private ResolvedScenario() {}

    static Scenario of(Scenario scenario) {
        Map<String, Object> file = new TreeMap<>();
        file.put("schemaVersion", "1");
        file.put("id", scenario.id());
        file.put("title", scenario.title());
        scenario.narrative().ifPresent(n -> file.put("narrative", n));
        scenario.asOf().ifPresent(d -> file.put("asOf", d.toString()));
        file.put("horizonYears", scenario.horizonYears());
        file.put("readings", readings(scenario.readings()));
        putUnlessEmpty(file, "assumptions", assumptions(scenario.assumptions()));
        putUnlessEmpty(
                file,
                "sources",
                scenario.sources().stream()
                        .map(s -> Map.of("id", s.id(), "ref", s.ref()))
                        .toList());
        scenario.observed()
                .ifPresent(o -> file.put(
                        "observed",
                        Map.of(
                                "relationship", o.relationship().name(),
                                "allianceInForce", o.allianceInForce(),
                                "source", o.source())));
        String resolved = CanonicalJson.write(file);
        return scenario.withResolved(resolved).withSha256(Digest.sha256(resolved));
    }

    /** An unknown reading without further information is omitted, like a missing one, unless that is supposed. */
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
            reading.distribution()
                    .ifPresent(
                            distribution -> entry.put(DistributionParser.field(distribution), written(distribution)));
            reading.source().ifPresent(s -> entry.put("source", s));
            reading.grade().ifPresent(g -> entry.put("grade", g.toString()));
            reading.asOf().ifPresent(d -> entry.put("asOf", d.toString()));
            reading.note().ifPresent(n -> entry.put("note", n));
            if (reading.supposedUnknown()) {
                entry.put("value", "unknown");
                entry.put("status", "assumed");
                all.put(id, entry);
            } else if (!entry.isEmpty() || reading.status() != ReadingStatus.UNKNOWN) {
                entry.put("status", reading.status().name().toLowerCase(Locale.ROOT));
                all.put(id, entry);
            }
        });
        return all;
    }

    private static Object written(ReadingDistribution distribution) {
        if (distribution instanceof GradeWeights weights) {
            Map<String, Object> byGrade = new TreeMap<>();
            weights.byGrade().forEach((grade, weight) -> byGrade.put(grade.name(), weight));
            return byGrade;
        }
        return distribution.text();
    }

    private static Map<String, Object> assumptions(Assumptions assumptions) {
        Map<String, Object> all = new TreeMap<>();
        Map<String, Object> weights = new TreeMap<>();
        assumptions.weights().forEach((question, changed) -> {
            Map<String, Object> table = new TreeMap<>();
            changed.forEach((strength, points) -> table.put(strength.name(), points));
            weights.put(question.name().toLowerCase(Locale.ROOT), table);
        });
        putUnlessEmpty(all, "weights", weights);
        putUnlessEmpty(all, "emphasis", assumptions.emphasis());
        putUnlessEmpty(all, "without", assumptions.without().stream().sorted().toList());
        putUnlessEmpty(all, "cutPoints", assumptions.cutPoints());
        assumptions.baseRatePercent().ifPresent(rate -> all.put("baseRatePercent", rate));
        return all;
    }

    private static void putUnlessEmpty(Map<String, Object> all, String name, Object values) {
        if (!values.equals(Map.of()) && !values.equals(List.of())) {
            all.put(name, values);
        }
    }
}

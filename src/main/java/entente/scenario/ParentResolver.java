package entente.scenario;

import entente.document.Document;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.model.Assumptions;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.Problem;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.Scenario.Source;
import entente.model.ValueRange;
import entente.scenario.ScenarioFileParser.ScenarioFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Resolves the ancestors of a scenario through {@code extends}. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class ParentResolver {

    private static final int MAX_ANCESTORS = 16;

    private final Vocabulary vocabulary;
    private final ScenarioSource source;
    private final ProblemCollector problems;

    /** The file and its ancestors, nearest first; empty if one of them is missing or invalid. */
    Optional<Lineage> resolve(ScenarioFile scenario) {
        List<ScenarioFile> files = new ArrayList<>(List.of(scenario));
        List<String> ids = new ArrayList<>(List.of(scenario.id()));
        ScenarioFile last = scenario;
        while (last.parent().isPresent()) {
            String id = last.parent().get();
            if (ids.contains(id)) {
                return reject(
                        scenario,
                        "CYCLE",
                        "The scenarios extend each other in a circle: " + String.join(" → ", ids) + " → " + id + ".");
            }
            if (ids.size() > MAX_ANCESTORS) {
                return reject(
                        scenario, "TOO_MANY_PARENTS", "More than " + MAX_ANCESTORS + " scenarios extend each other.");
            }
            Optional<ScenarioFile> parent = parent(scenario, last, id);
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            files.add(parent.get());
            ids.add(id);
            last = parent.get();
        }
        Lineage lineage = new Lineage(files);
        lineage.checkSources(problems);
        return Optional.of(lineage);
    }

    private Optional<ScenarioFile> parent(ScenarioFile scenario, ScenarioFile child, String id) {
        Optional<Document> document = source.document(id, vocabulary::takesPercentage);
        if (document.isEmpty()) {
            if (child.id().equals(scenario.id())) {
                at(scenario).rejectUnknown("UNKNOWN_PARENT", "scenario", id, others(id));
                return Optional.empty();
            }
            return reject(
                    scenario,
                    "UNKNOWN_PARENT",
                    "Its parent " + child.id() + " extends \"" + id + "\", which does not exist.");
        }
        ProblemCollector found = new ProblemCollector();
        Optional<ScenarioFile> parent = new ScenarioFileParser(vocabulary, found).parse(document.get());
        if (!found.isEmpty()) {
            Problem first = found.all().get(0);
            return reject(
                    scenario,
                    "PARENT_INVALID",
                    "The scenario " + id + " has " + found.count()
                            + (found.count() == 1 ? " problem: " : " problems, the first: ")
                            + first.cell().orElse(first.pointer())
                            + ": "
                            + first.detail());
        }
        return parent;
    }

    /** A file with this name is no scenario. */
    private List<String> others(String id) {
        return source.ids().stream().filter(known -> !known.equals(id)).toList();
    }

    private <T> Optional<T> reject(ScenarioFile scenario, String code, String detail) {
        at(scenario).reject(code, detail);
        return Optional.empty();
    }

    private Position at(ScenarioFile scenario) {
        return new Position("#/extends", scenario.parentLocation(), problems);
    }

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
            catalogue.indicators().forEach(i -> readings.put(i.id(), Reading.unknown(i.id())));
            for (int age = files.size() - 1; age > 0; age--) {
                ScenarioFile ancestor = files.get(age);
                Optional<String> from = Optional.of(ancestor.id());
                boolean root = age == files.size() - 1;
                ancestor.readings()
                        .forEach((id, reading) -> readings.compute(
                                id,
                                (same, before) -> (root || before == null ? reading : changed(before, reading))
                                        .withReplaced(Optional.empty())
                                        .withInheritedFrom(from)));
            }
            if (files.size() == 1) {
                readings.putAll(scenario.readings());
            } else {
                replace(readings, scenario.readings());
            }
            Map<String, Reading> set = new TreeMap<>(overridden);
            set.replaceAll((id, reading) -> withValue(
                    reading, Objects.requireNonNull(readings.get(id)), assumptions.scale(catalogue.indicator(id))));
            replace(readings, set);
            catalogue
                    .indicators()
                    .forEach(indicator -> readings.computeIfPresent(
                            indicator.id(),
                            (id, reading) -> withMedian(reading, indicator, assumptions.scale(indicator))));
            return CanonicalScenario.withDigest(new Scenario(
                    scenario.id(),
                    scenario.title(),
                    scenario.narrative(),
                    first(ScenarioFile::asOf),
                    first(ScenarioFile::horizonYears).orElse(DEFAULT_HORIZON),
                    readings,
                    assumptions,
                    List.copyOf(sources().values()),
                    scenario.observed(),
                    "",
                    "",
                    base(catalogue, overridden)));
        }

        private Optional<Scenario> base(Catalogue catalogue, Map<String, Reading> overridden) {
            List<ScenarioFile> ancestors = files.subList(1, files.size());
            if (ancestors.isEmpty() && overridden.isEmpty()) {
                return Optional.empty();
            }
            List<ScenarioFile> changed = ancestors.isEmpty() ? files : ancestors;
            return Optional.of(new Lineage(changed)
                    .resolve(catalogue, Map.of(), changed.get(0).assumptions()));
        }

        /** Weights that are set for one run leave the value as it is if its grade is among them: the verdict stays. */
        private static Reading withValue(Reading set, Reading before, GradeScale scale) {
            boolean kept = set.distribution().orElse(null) instanceof GradeWeights weights
                    && before.range()
                            .filter(span -> weights.byGrade().containsKey(scale.gradeOf(span.value())))
                            .isPresent();
            return kept
                    ? set.withStatus(ReadingStatus.KNOWN)
                            .withRange(before.range()
                                    .map(span -> new ValueRange(span.value(), span.value(), span.value())))
                    : set;
        }

        /** Weights alone stand for their median grade in the verdict, as the value of a range does; all of them for the interval. */
        private static Reading withMedian(Reading reading, Indicator indicator, GradeScale scale) {
            if (reading.status() == ReadingStatus.UNKNOWN
                    || reading.range().isPresent()
                    || !(reading.distribution().orElse(null) instanceof GradeWeights weights)) {
                return reading;
            }
            Grade median = weights.median();
            if (median == Grade.UNKNOWN) {
                return reading.withStatus(ReadingStatus.UNKNOWN);
            }
            double value = scale.middle(median, indicator.low(), indicator.high());
            return reading.withRange(Optional.of(new ValueRange(value, value, value)));
        }

        private static void replace(Map<String, Reading> readings, Map<String, Reading> changed) {
            changed.forEach((id, reading) ->
                    readings.compute(id, (same, before) -> before == null ? reading : changed(before, reading)));
        }

        /**
         * A reading in place of another: known where it names a source, otherwise a supposition. One that says the same as
         * the other adds no more than its details.
         */
        private static Reading changed(Reading before, Reading reading) {
            boolean stated = reading.source().isPresent()
                    || reading.status() == ReadingStatus.ASSUMED
                    || reading.supposedUnknown();
            if (!stated && reading.saysTheSame(before)) {
                return before.withDetailsOf(reading);
            }
            Reading changed = stated
                    ? reading
                    : reading.status() == ReadingStatus.UNKNOWN
                            ? reading.withSupposedUnknown(reading.distribution().isEmpty())
                            : reading.withStatus(ReadingStatus.ASSUMED);
            return changed.withReplaced(before.range());
        }

        private Map<String, Source> sources() {
            Map<String, Source> sources = new TreeMap<>();
            files.forEach(file -> file.sources().forEach(sources::putIfAbsent));
            return sources;
        }

        private <T> Optional<T> first(Function<ScenarioFile, Optional<T>> value) {
            return files.stream().map(value).flatMap(Optional::stream).findFirst();
        }
    }
}

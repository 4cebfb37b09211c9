package entente.scenario;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.Node.ObjectNode;
import entente.document.Node.TextNode;
import entente.document.Position;
import entente.document.ProblemCollector;
import entente.document.SourceLocation;
import entente.document.Text;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** Reads and validates scenarios for all interfaces of the application. */
@RequiredArgsConstructor
public final class ScenarioReader {

    private static final int MAX_ANCESTORS = 16;

    private final Vocabulary vocabulary;

    /** Whether a cell in the format of a percentage can be a reading of this indicator. */
    public boolean takesPercentage(String indicator) {
        return vocabulary.takesPercentage(indicator);
    }

    public ScenarioResult read(byte[] bytes, ScenarioSource source) {
        return read(bytes, source, ScenarioOverrides.NONE);
    }

    /**
     * Reads a scenario, applies its parents and then the overrides.
     *
     * @param source provides the parents
     */
    public ScenarioResult read(byte[] bytes, ScenarioSource source, ScenarioOverrides overrides) {
        ProblemCollector problems = ProblemCollector.bounded();
        return read(new ScenarioFileParser(vocabulary, problems).parse(bytes), source, overrides, problems);
    }

    /**
     * Reads a scenario that is part of a larger document, such as a worked case; locations refer to that document.
     *
     * @param root an object with the members of a scenario file
     */
    public ScenarioResult read(Node root, ScenarioSource source) {
        return read(root, source, ScenarioOverrides.NONE);
    }

    public ScenarioResult read(Node root, ScenarioSource source, ScenarioOverrides overrides) {
        ProblemCollector problems = ProblemCollector.bounded();
        return read(new ScenarioFileParser(vocabulary, problems).parse(root), source, overrides, problems);
    }

    private ScenarioResult read(
            Optional<ScenarioFile> file,
            ScenarioSource source,
            ScenarioOverrides overrides,
            ProblemCollector problems) {
        Optional<Lineage> lineage = file.flatMap(f -> lineage(f, source));
        Map<String, Reading> overridden = readingOverrides(overrides.readings(), problems);
        Assumptions assumptions = assumptions(file, overrides, problems);
        if (!problems.isEmpty() || lineage.isEmpty()) {
            return new ScenarioResult.Refused(problems.all());
        }
        return new ScenarioResult.Accepted(lineage.get().resolve(vocabulary.catalogue(), overridden, assumptions));
    }

    /** The file and its ancestors, nearest first; empty if one of them is missing or invalid. */
    private Optional<Lineage> lineage(ScenarioFile scenario, ScenarioSource source) {
        Position at = scenario.fields().at("extends");
        List<ScenarioFile> files = new ArrayList<>(List.of(scenario));
        List<String> ids = new ArrayList<>(List.of(scenario.id()));
        ScenarioFile last = scenario;
        while (last.parent().isPresent()) {
            String id = last.parent().get();
            if (ids.contains(id)) {
                at.reject(
                        "CYCLE",
                        "The scenarios extend each other in a circle: " + String.join(" → ", ids) + " → " + id + ".");
                return Optional.empty();
            }
            if (ids.size() > MAX_ANCESTORS) {
                at.reject("TOO_MANY_PARENTS", "More than " + MAX_ANCESTORS + " scenarios extend each other.");
                return Optional.empty();
            }
            Optional<ScenarioFile> parent = parent(last, id, ids.size() == 1, source, at);
            if (parent.isEmpty()) {
                return Optional.empty();
            }
            last = parent.get();
            files.add(last);
            ids.add(id);
        }
        Lineage lineage = new Lineage(files);
        lineage.checkSources();
        return Optional.of(lineage);
    }

    /** @param ofFirst whether the scenario itself extends it, and not one of its ancestors */
    private Optional<ScenarioFile> parent(
            ScenarioFile child, String id, boolean ofFirst, ScenarioSource source, Position at) {
        Optional<Document> document = source.document(id, vocabulary::takesPercentage);
        if (document.isEmpty()) {
            if (ofFirst) {
                // A file with this name is no scenario, and none extends itself.
                List<String> others = source.ids().stream()
                        .filter(known -> !known.equals(id) && !known.equals(child.id()))
                        .toList();
                at.rejectUnknown("UNKNOWN_PARENT", "scenario", id, others);
            } else {
                at.reject(
                        "UNKNOWN_PARENT",
                        "Its parent " + child.id() + " extends \"" + id + "\", which does not exist.");
            }
            return Optional.empty();
        }
        ProblemCollector found = new ProblemCollector();
        Optional<ScenarioFile> parent = new ScenarioFileParser(vocabulary, found).parse(document.get());
        if (found.isEmpty()) {
            return parent;
        }
        Problem first = found.all().get(0);
        at.reject(
                "PARENT_INVALID",
                "The scenario " + id + " has " + found.count()
                        + (found.count() == 1 ? " problem: " : " problems, the first: ")
                        + first.cell().orElse(first.pointer()) + ": " + first.detail());
        return Optional.empty();
    }

    private Map<String, Reading> readingOverrides(Map<String, List<String>> given, ProblemCollector problems) {
        Map<String, Reading> overridden = new TreeMap<>();
        given.forEach((id, texts) -> {
            Position at = new Position(ScenarioOverrides.SET + id, SourceLocation.NONE, problems);
            vocabulary
                    .catalogue()
                    .find(id)
                    .ifPresentOrElse(
                            indicator -> texts.forEach(text -> ReadingParser.parse(indicator, text, at)
                                    .ifPresent(reading -> overridden.put(id, reading))),
                            () -> vocabulary.rejectIndicator(id, at));
            if (texts.size() > 1) {
                String all = texts.stream()
                        .map(text -> "\"" + Text.excerpt(text) + "\"")
                        .collect(Collectors.joining(" and "));
                at.reject("DUPLICATE_KEY", "It is set more than once, to " + all + ": keep one of them.");
            }
        });
        return overridden;
    }

    private Assumptions assumptions(
            Optional<ScenarioFile> file, ScenarioOverrides overrides, ProblemCollector problems) {
        Assumptions assumptions = file.map(ScenarioFile::assumptions).orElse(Assumptions.NONE);
        if (overrides.assumptions().isPresent()) {
            ProblemCollector found = ProblemCollector.bounded();
            Optional<Assumptions> given = Fields.of(
                            Documents.json(overrides.assumptions().get(), DocumentLimits.SCENARIO), found)
                    .map(new AssumptionsParser(vocabulary.under(assumptions), found)::parse);
            String name = overrides
                    .assumptionsName()
                    .map(text -> Text.printable(text) + " ")
                    .orElse("");
            problems.addAll(found.all(), pointer -> "--assumptions " + name + pointer);
            assumptions = given.isPresent() ? AssumptionsParser.merge(assumptions, given.get()) : assumptions;
        }
        return AssumptionsParser.merge(assumptions, new AssumptionsParser(vocabulary, problems).options(overrides));
    }

    /**
     * A scenario file followed by its ancestors, nearest first. Readings, sources, date and horizon are inherited;
     * narrative, assumptions and observed outcome are not.
     */
    private record Lineage(List<ScenarioFile> files) {

        private static final int DEFAULT_HORIZON = 5;

        /** Also of readings that are refused for another reason. */
        void checkSources() {
            Set<String> sources = sources().keySet();
            Fields fields = files.get(0).fields();
            fields.get("readings")
                    .filter(ObjectNode.class::isInstance)
                    .flatMap(given -> fields.object("readings"))
                    .ifPresent(readings -> readings.members().forEach((id, node) -> {
                        if (node instanceof ObjectNode reading
                                && reading.members().get("source") instanceof TextNode source
                                && !sources.contains(source.text())) {
                            readings.object(id)
                                    .orElseThrow()
                                    .at("source")
                                    .rejectUnknown("UNKNOWN_SOURCE", "source", source.text(), sources);
                        }
                    }));
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
            return stated
                    ? reading
                    : reading.status() == ReadingStatus.UNKNOWN
                            ? reading.withSupposedUnknown(reading.distribution().isEmpty())
                            : reading.withStatus(ReadingStatus.ASSUMED);
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

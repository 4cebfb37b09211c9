package entente.scenario;

import entente.document.Document;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Fields;
import entente.document.Node;
import entente.document.ProblemCollector;
import entente.model.Assumptions;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Relationship;
import entente.model.Scenario.ObservedOutcome;
import entente.model.Scenario.Source;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;

/** Parses a scenario file and checks everything that does not depend on its parents. */
@RequiredArgsConstructor
final class ScenarioFileParser {

    static final List<String> FIELDS = List.of(
            "$schema",
            "schemaVersion",
            "id",
            "title",
            "narrative",
            "asOf",
            "horizonYears",
            "extends",
            "readings",
            "assumptions",
            "sources",
            "observed");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    /** In characters; a longer one is a narrative, and costs much to set as a headline. */
    private static final int MAX_TITLE = 200;

    private static final int MAX_HORIZON = 10;

    private final Vocabulary vocabulary;
    private final ProblemCollector problems;

    Optional<ScenarioFile> parse(byte[] bytes) {
        return parse(Documents.json(bytes, DocumentLimits.SCENARIO));
    }

    Optional<ScenarioFile> parse(Document document) {
        return Fields.of(document, problems).flatMap(this::scenario);
    }

    Optional<ScenarioFile> parse(Node root) {
        return Fields.of(root, "#", problems).map(this::file);
    }

    private Optional<ScenarioFile> scenario(Fields fields) {
        if (FolderScenarioSource.isArchivedAssessment(fields)) {
            fields.at()
                    .reject(
                            "ASSESSMENT",
                            "This is an archived assessment, not a scenario; its scenario is at #/scenario/resolved, and "
                                    + "verify assesses it again.");
            return Optional.empty();
        }
        return Optional.of(file(fields));
    }

    private ScenarioFile file(Fields fields) {
        fields.allowOnly(FIELDS);
        fields.text("$schema");
        fields.at("schemaVersion")
                .check(
                        fields.text("schemaVersion"),
                        "1"::equals,
                        "UNKNOWN_VERSION",
                        "This engine reads version 1 of the scenario format.",
                        "1");
        fields.require("id", "readings");
        Map<String, Reading> readings = new LinkedHashMap<>();
        fields.object("readings").ifPresent(given -> readings(given, readings));
        return new ScenarioFile(
                fields,
                id(fields, "id").orElse(""),
                title(fields),
                fields.text("narrative"),
                date(fields, "asOf"),
                horizon(fields),
                id(fields, "extends"),
                readings,
                fields.object("assumptions")
                        .map(new AssumptionsParser(vocabulary, problems)::parse)
                        .orElse(Assumptions.NONE),
                sources(fields),
                fields.object("observed").flatMap(this::observed));
    }

    private static String title(Fields fields) {
        String title = fields.requiredText("title").orElse("");
        if (title.codePointCount(0, title.length()) > MAX_TITLE) {
            fields.reject(
                    "title",
                    "TOO_LONG",
                    "A title has at most " + MAX_TITLE + " characters; put further text into the narrative.");
        } else if (title.chars().anyMatch(c -> c == '\n' || c == '\r' || c == '\t')) {
            fields.reject(
                    "title", "NOT_ONE_LINE", "A title is one line without tabs; put further text into the narrative.");
        }
        return title;
    }

    private static Optional<Integer> horizon(Fields fields) {
        return fields.at("horizonYears")
                .check(
                        fields.number("horizonYears"),
                        years -> years >= 1 && years <= MAX_HORIZON && years == Math.rint(years),
                        "UNKNOWN_HORIZON",
                        "A horizon is a whole number of years from 1 to " + MAX_HORIZON + ".",
                        "1 to " + MAX_HORIZON)
                .map(Double::intValue);
    }

    private void readings(Fields given, Map<String, Reading> readings) {
        boolean foreign = vocabulary.rejectOtherBook(given.members().keySet(), given.at());
        given.members().forEach((id, node) -> {
            Optional<Indicator> indicator = vocabulary.catalogue().find(id);
            if (indicator.isPresent()) {
                ReadingParser.parse(indicator.get(), node, given.at(id))
                        .ifPresent(reading -> readings.put(id, reading));
            } else if (foreign) {
                Vocabulary.rejectForeign(id, given.at(id));
            } else {
                vocabulary.rejectIndicator(id, given.at(id));
            }
        });
    }

    private Map<String, Source> sources(Fields fields) {
        Map<String, Source> sources = new TreeMap<>();
        for (Fields item : fields.objects("sources")) {
            item.allowOnly("id", "ref");
            Optional<String> id = item.requiredText("id");
            Optional<String> ref = item.requiredText("ref");
            item.at("id")
                    .check(
                            id,
                            text -> text.isBlank() || SOURCE.matcher(text).matches(),
                            "BAD_ID",
                            "The id of a source is 1 to 64 letters, digits, points, hyphens and underscores, and begins with a letter or digit.");
            if (id.isPresent() && sources.putIfAbsent(id.get(), new Source(id.get(), ref.orElse(""))) != null) {
                item.reject("id", "DUPLICATE_SOURCE", "Two sources have the same id.");
            }
        }
        return sources;
    }

    private Optional<ObservedOutcome> observed(Fields fields) {
        fields.allowOnly("relationship", "allianceInForce", "source").require("relationship", "allianceInForce");
        Optional<Relationship> relationship =
                fields.constant("relationship", List.of(Relationship.values()), Enum::name);
        Optional<Boolean> inForce = fields.booleanValue("allianceInForce");
        Optional<String> source = fields.requiredText("source");
        return relationship.flatMap(
                state -> inForce.flatMap(alliance -> source.map(s -> new ObservedOutcome(state, alliance, s))));
    }

    /**
     * A validated scenario file before its parents are applied.
     *
     * @param fields of the file, at which what depends on its parents is reported
     */
    record ScenarioFile(
            Fields fields,
            String id,
            String title,
            Optional<String> narrative,
            Optional<LocalDate> asOf,
            Optional<Integer> horizonYears,
            Optional<String> parent,
            Map<String, Reading> readings,
            Assumptions assumptions,
            Map<String, Source> sources,
            Optional<ObservedOutcome> observed) {}

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    static Optional<String> id(Fields fields, String name) {
        Optional<String> id = fields.text(name);
        id.filter(text -> !isId(text))
                .ifPresent(text -> fields.at(name)
                        .reject(
                                "BAD_ID",
                                "An id is 1 to 64 lower-case letters, digits and hyphens, and does not begin with a hyphen.",
                                List.of(),
                                suggestedId(text)));
        return id.filter(ScenarioFileParser::isId);
    }

    /** The id that a text with capitals, spaces or path separators probably represents. */
    private static Optional<String> suggestedId(String id) {
        String lowerCase =
                id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return Optional.of(lowerCase).filter(ScenarioFileParser::isId);
    }

    static Optional<LocalDate> date(Fields fields, String name) {
        return fields.text(name).flatMap(text -> {
            String detail = "A date is written as year, month and day, such as 2018-12-31.";
            if (DATE.matcher(text).matches()) {
                try {
                    return Optional.of(LocalDate.parse(text));
                } catch (DateTimeParseException noSuchDay) {
                    detail = "The calendar has no " + text + ".";
                }
            }
            fields.reject(name, "BAD_DATE", detail);
            return Optional.empty();
        });
    }
}

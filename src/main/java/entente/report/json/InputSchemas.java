package entente.report.json;

import entente.model.Band;
import entente.model.Catalogue;
import entente.model.Commitment;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Numbers;
import entente.model.Question;
import entente.model.ReadingDistribution.Shape;
import entente.model.Relationship;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.ReferenceClasses;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON Schemas (draft 2020-12) of what is read. */
public final class InputSchemas {

    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final String FILLED = "[\\s\\S]*\\S[\\s\\S]*";
    static final String ID = "[a-z0-9][a-z0-9-]{0,63}";
    static final Map<String, Object> HORIZON = keywords("type", "integer", "minimum", 1, "maximum", 10);
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private static final Map<String, Object> TITLE = keywords(
            "type", "string",
            "maxLength", 200,
            "pattern", "^[^\\n\\r\\t]*\\S[^\\n\\r\\t]*$",
            "description", "One line.");

    private static final Map<String, Object> SOURCE = object(
            keywords(
                    "id", text("[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "What readings name as their source."),
                    "ref", text(FILLED, "Where it can be found.")),
            "id",
            "ref");

    private static final Map<String, Object> OBSERVED = object(
            keywords(
                    "relationship", oneOf(Relationship.values()),
                    "allianceInForce", Map.of("type", "boolean"),
                    "source", TEXT),
            "relationship",
            "allianceInForce",
            "source");

    private static final Map<String, Object> SHAPE = keywords(
            "description",
            "How probable the values from low to high are; uniform if nothing is said.",
            "enum",
            Stream.of(Shape.values()).map(Shape::text).toList());

    private static final Map<String, Object> GRADE_WEIGHTS = keywords(
            "description",
            "How probable the grades are, adding up to 1, as an object or as text such as LOW:0.3,HIGH:0.7.",
            "anyOf",
            List.of(text("\\s*[A-Z_]+\\s*:.*", "Grades with their weights."), weightsByGrade()));

    private static final Map<String, Object> POINTS = Map.of("type", "number");
    private static final Map<String, Object> RULE = Map.of("$ref", "#/$defs/rule");
    private static final Map<String, Object> READINGS = Map.of("$ref", "#/$defs/readings");
    private static final Map<String, Object> EXPECT = Map.of("$ref", "#/$defs/expect");
    private static final Map<String, Object> SENTENCE = text("[^\\n\\r\\t]*\\.", "What the case shows, as a sentence.");

    /** The documents that are read. */
    public static final List<String> NAMES = List.of("scenario", "case", "panel");

    private InputSchemas() {}

    /** The schema of a document that is read; empty for another name. */
    public static Optional<String> named(String name, RuleBook book) {
        return switch (name) {
            case "scenario" -> Optional.of(scenario(book));
            case "case" -> Optional.of(caseFile(book));
            case "panel" -> Optional.of(panel(book));
            default -> Optional.empty();
        };
    }

    /** The schema of a case file over a book: an editor completes its indicators and its rules. */
    private static String caseFile(RuleBook book) {
        Map<String, Object> properties = keywords("$schema", Map.of("type", "string"), "sentence", SENTENCE);
        properties.putAll(situation(book));
        properties.putAll(keywords("expect", EXPECT, "each", each(book)));
        Map<String, Object> schema = keywords("$schema", DIALECT, "title", "Entente case");
        schema.putAll(object(properties, "sentence"));
        schema.put(
                "oneOf",
                List.of(Map.of("required", List.of("readings", "expect")), Map.of("required", List.of("each"))));
        List<String> rules = book.rules().stream().map(Rule::id).toList();
        Map<String, Object> readings = object(readings(book.catalogue()));
        schema.put("$defs", keywords("rule", Map.of("enum", rules), "readings", readings, "expect", expect()));
        return JsonWriter.write(schema);
    }

    /** The members that a case shares with scenarios. */
    private static Map<String, Object> situation(RuleBook book) {
        return keywords(
                "extends", text(ID, "A scenario, of which the case writes the changes."),
                "horizonYears", HORIZON,
                "asOf", date("The date that the case describes."),
                "readings", READINGS,
                "assumptions", assumptions(book));
    }

    private static Map<String, Object> each(RuleBook book) {
        Map<String, Object> threshold = object(
                keywords(
                        "rule", RULE,
                        "fires", READINGS,
                        "silent", list(READINGS),
                        "alliancePoints", POINTS,
                        "partnershipPoints", POINTS),
                "rule",
                "fires");
        Map<String, Object> members =
                keywords("name", text(ID, "Names the case within its file."), "sentence", SENTENCE);
        members.putAll(situation(book));
        members.put("expect", EXPECT);
        Map<String, Object> each = list(keywords(
                "if", Map.of("required", List.of("name")),
                "then", object(members, "name", "expect"),
                "else", threshold));
        each.put("minItems", 1);
        each.put(
                "description",
                "A case a line: thresholds of a rule (readings with which it fires, then what keeps it silent while"
                        + " the others stay), or a situation with a name of its own.");
        return each;
    }

    private static Map<String, Object> expect() {
        Map<String, Object> expect = object(keywords(
                "fired", list(RULE),
                "notFired", list(RULE),
                "undetermined", list(RULE),
                "disabled", list(RULE),
                "overridden", byRule(RULE),
                "alliancePoints", byRule(POINTS),
                "partnershipPoints", byRule(POINTS),
                "percent", number(0.1, 99.9),
                "band", oneOf(Band.values()),
                "relationship", Map.of("anyOf", List.of(oneOf(Relationship.values()), Map.of("type", "null"))),
                "commitment", oneOf(Commitment.values()),
                "flags", list(oneOf(VerdictFlag.values())),
                "base", POINTS,
                "sum", POINTS,
                "ceilings", byRule(POINTS),
                "final", POINTS,
                "partnership", POINTS));
        expect.put("minProperties", 1);
        return expect;
    }

    private static Map<String, Object> byRule(Map<String, Object> value) {
        return keywords("type", "object", "propertyNames", RULE, "additionalProperties", value);
    }

    private static Map<String, Object> oneOf(Enum<?>[] constants) {
        return Map.of("enum", names(constants));
    }

    /** The schema of a file of judged worlds over a book. */
    private static String panel(RuleBook book) {
        Map<String, Object> percent = keywords("type", "number", "exclusiveMinimum", 0, "exclusiveMaximum", 100);
        Map<String, Object> estimate = list(percent);
        estimate.putAll(keywords(
                "minItems", 3, "maxItems", 3, "description", "Lowest, best and highest likelihood in percent."));
        Map<String, Object> relationship = oneOf(Relationship.values());
        Map<String, Object> world = object(
                keywords(
                        "id", text(ID, "Names the world."),
                        "group", text(FILLED, "Worlds of one kind, left out together by the cross-validation."),
                        "text", TEXT,
                        "base", text(ID, "A scenario, of which the world has the readings that it does not change."),
                        "readings", object(readings(book.catalogue())),
                        "scenario", text(ID, "Instead of base and readings: a scenario as it is."),
                        "shipped", Map.of("type", "boolean"),
                        "article", byReader(estimate, "By the argument of the article."),
                        "own", byReader(estimate, "The reader's own view."),
                        "relationship", byReader(relationship, "By the argument of the article."),
                        "why", byReader(TEXT, "The reader's reason.")),
                "id",
                "group",
                "article",
                "relationship");
        world.put(
                "oneOf",
                List.of(
                        Map.of("required", List.of("base")),
                        Map.of("required", List.of("scenario"), "not", Map.of("required", List.of("readings")))));
        Map<String, Object> worlds = list(world);
        worlds.put("minItems", 1);
        Map<String, Object> schema = keywords("$schema", DIALECT, "title", "Entente panel of judged worlds");
        schema.put(
                "anyOf",
                List.of(
                        object(
                                keywords(
                                        "$schema",
                                        TEXT,
                                        "provenance",
                                        text(FILLED, "Who judged, and what they were asked."),
                                        "worlds",
                                        worlds,
                                        "sanity",
                                        list(text(ID, "Worlds of the sanity table, in its order."))),
                                "provenance",
                                "worlds"),
                        worlds));
        return JsonWriter.write(schema);
    }

    private static Map<String, Object> byReader(Map<String, Object> item, String description) {
        Map<String, Object> list = list(item);
        list.putAll(keywords("minItems", 1, "description", description + " One entry for each reader."));
        return list;
    }

    private static Map<String, Object> weightsByGrade() {
        Map<String, Object> weights = new LinkedHashMap<>();
        names(Grade.values()).forEach(grade -> weights.put(grade, number(0, 1)));
        return object(weights);
    }

    /** The schema of a scenario over this catalogue: an editor completes its indicators and shows their anchors. */
    public static String scenario(RuleBook book) {
        Map<String, Object> schema = keywords("$schema", DIALECT, "title", "Entente scenario");
        schema.putAll(scenarioObject(book));
        return JsonWriter.write(schema);
    }

    /** The same for inclusion in a larger document. */
    public static Map<String, Object> scenarioObject(RuleBook book) {
        Map<String, Object> properties = keywords(
                "$schema", TEXT,
                "schemaVersion", Map.of("const", "1"),
                "id", text(ID, "Names the scenario; other scenarios extend it by this id."),
                "title", TITLE,
                "narrative", TEXT,
                "asOf", date("The date that the scenario describes."),
                "horizonYears", HORIZON,
                "extends", text(ID, "Another scenario, of which this one writes the changes."),
                "readings", object(readings(book.catalogue())),
                "assumptions", assumptions(book),
                "sources", list(SOURCE),
                "observed", OBSERVED);
        return object(properties, "id", "title", "readings");
    }

    static Map<String, Object> readings(Catalogue catalogue) {
        Map<String, Object> readings = new LinkedHashMap<>();
        catalogue.indicators().forEach(i -> readings.put(i.id(), reading(i)));
        return readings;
    }

    private static Map<String, Object> reading(Indicator indicator) {
        Map<String, Object> value = value(indicator);
        Map<String, Object> unknown = Map.of("const", "unknown");
        Map<String, Object> longForm = object(keywords(
                "value", Map.of("anyOf", List.of(value, unknown)),
                "low", value,
                "high", value,
                "distribution", SHAPE,
                "grades", GRADE_WEIGHTS,
                "status", Map.of("enum", List.of("known", "assumed", "unknown")),
                "source", TEXT,
                "grade", text("[A-F][1-6]", "Admiralty grade of the source."),
                "asOf", date("The date that the reading speaks of."),
                "note", TEXT));
        longForm.put(
                "dependentRequired",
                keywords(
                        "low", List.of("value"),
                        "high", List.of("value"),
                        "distribution", List.of("value", "low", "high")));
        String anchors = indicator.anchors().entrySet().stream()
                .map(anchor -> " " + anchor.getKey() + ": " + anchor.getValue() + ".")
                .collect(Collectors.joining());
        String description = indicator.label() + " (" + indicator.unit() + ")." + anchors;
        return keywords("description", description, "anyOf", List.of(value, unknown, longForm));
    }

    private static Map<String, Object> value(Indicator indicator) {
        String type = indicator.whole() ? "integer" : "number";
        return keywords("type", type, "minimum", indicator.low(), "maximum", indicator.high());
    }

    static Map<String, Object> assumptions(RuleBook book) {
        Catalogue catalogue = book.catalogue();
        Map<String, Object> weights = new LinkedHashMap<>();
        for (Question question : Question.values()) {
            Map<String, Object> points = new LinkedHashMap<>();
            book.weights().of(question).keySet().stream()
                    .sorted()
                    .forEach(strength -> points.put(strength.name(), number(0, 100)));
            weights.put(question.name().toLowerCase(Locale.ROOT), object(points));
        }
        Map<String, Object> emphasis = new LinkedHashMap<>();
        catalogue.groups().forEach(group -> emphasis.put(group.id(), number(0, 2)));
        Map<String, Object> cuts = new LinkedHashMap<>();
        catalogue
                .indicators()
                .forEach(i ->
                        cuts.put(i.id(), keywords("type", "array", "items", value(i), "minItems", 4, "maxItems", 4)));
        Map<String, Object> assumptions = object(keywords(
                "weights", object(weights),
                "emphasis", object(emphasis),
                "without", list(Map.of("enum", List.copyOf(new TreeSet<>(book.switchableIds())))),
                "cutPoints", object(cuts),
                "baseRatePercent", number(0.1, 99),
                "referenceClass", referenceClass(book.referenceClasses())));
        assumptions.put("not", Map.of("required", List.of("baseRatePercent", "referenceClass")));
        return assumptions;
    }

    private static Map<String, Object> referenceClass(ReferenceClasses classes) {
        String rates = classes.all().stream()
                .map(one -> one.id() + ": " + one.label() + ", " + Numbers.plain(one.percent(5)) + " percent")
                .collect(Collectors.joining("; "));
        return keywords(
                "description",
                "The pairs of powers whose record is the base rate, with their rate over five years. " + rates + ".",
                "enum",
                classes.ids());
    }

    public static Map<String, Object> object(Map<String, Object> properties, String... required) {
        Map<String, Object> object = keywords("type", "object", "properties", properties);
        if (required.length > 0) {
            object.put("required", List.of(required));
        }
        object.put("additionalProperties", false);
        return object;
    }

    static Map<String, Object> list(Map<String, Object> items) {
        return keywords("type", "array", "items", items);
    }

    static Map<String, Object> number(double low, double high) {
        return keywords("type", "number", "minimum", low, "maximum", high);
    }

    static Map<String, Object> text(String pattern, String description) {
        return keywords("type", "string", "pattern", "^" + pattern + "$", "description", description);
    }

    static Map<String, Object> date(String description) {
        return keywords(
                "type", "string", "format", "date", "pattern", "^\\d{4}-\\d{2}-\\d{2}$", "description", description);
    }

    /** A map in the order written, from names and values in turn. */
    public static Map<String, Object> keywords(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}

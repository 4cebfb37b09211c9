package entente.report.json;

import static entente.report.json.InputSchemas.keywords;
import static entente.report.json.InputSchemas.list;
import static entente.report.json.InputSchemas.object;

import entente.model.Band;
import entente.model.Commitment;
import entente.model.Relationship;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.List;
import java.util.Map;

/** The schema of a case file over a book: an editor completes its indicators and its rules. */
public final class CaseSchema {

    private static final Map<String, Object> POINTS = Map.of("type", "number");
    private static final Map<String, Object> RULE = Map.of("$ref", "#/$defs/rule");
    private static final Map<String, Object> READINGS = Map.of("$ref", "#/$defs/readings");
    private static final Map<String, Object> EXPECT = Map.of("$ref", "#/$defs/expect");
    private static final Map<String, Object> SENTENCE =
            InputSchemas.text("[^\\n\\r\\t]*\\.", "What the case shows, as a sentence.");

    private CaseSchema() {}

    public static String of(RuleBook book) {
        Map<String, Object> properties = keywords("$schema", Map.of("type", "string"), "sentence", SENTENCE);
        properties.putAll(situation(book));
        properties.putAll(keywords("expect", EXPECT, "each", each(book)));
        Map<String, Object> schema = keywords("$schema", InputSchemas.DIALECT, "title", "Entente case");
        schema.putAll(object(properties, "sentence"));
        schema.put(
                "oneOf",
                List.of(Map.of("required", List.of("readings", "expect")), Map.of("required", List.of("each"))));
        List<String> rules = book.rules().stream().map(Rule::id).toList();
        Map<String, Object> readings = object(InputSchemas.readings(book.catalogue()));
        schema.put("$defs", keywords("rule", Map.of("enum", rules), "readings", readings, "expect", expect()));
        return JsonWriter.write(schema);
    }

    /** The members that a case shares with scenarios. */
    private static Map<String, Object> situation(RuleBook book) {
        return keywords(
                "extends", InputSchemas.text(InputSchemas.ID, "A scenario, of which the case writes the changes."),
                "horizonYears", InputSchemas.HORIZON,
                "asOf", InputSchemas.date("The date that the case describes."),
                "readings", READINGS,
                "assumptions", InputSchemas.assumptions(book));
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
        Map<String, Object> members = keywords(
                "name", InputSchemas.text(InputSchemas.ID, "Names the case within its file."), "sentence", SENTENCE);
        members.putAll(situation(book));
        members.put("expect", EXPECT);
        Map<String, Object> each = list(keywords(
                "if", Map.of("required", List.of("name")),
                "then", object(members, "name", "expect"),
                "else", threshold));
        each.put("minItems", 1);
        each.put(
                "description",
                "A case a line: thresholds of a rule (readings with which it fires, then what keeps it silent while the others stay), or a situation with a name of its own.");
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
                "percent", InputSchemas.number(0.1, 99.9),
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
        return Map.of("enum", InputSchemas.names(constants));
    }
}

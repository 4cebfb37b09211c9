package entente.report.json;

import static entente.report.json.InputSchemas.list;
import static entente.report.json.InputSchemas.object;
import static entente.report.json.InputSchemas.ordered;

import entente.model.Band;
import entente.model.Commitment;
import entente.model.Relationship;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.LinkedHashMap;
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
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("$schema", Map.of("type", "string"));
        properties.put("sentence", SENTENCE);
        properties.putAll(situation(book));
        properties.put("expect", EXPECT);
        properties.put("each", each(book));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", InputSchemas.DIALECT);
        schema.put("title", "Entente case");
        schema.putAll(object(properties, List.of("sentence")));
        schema.put(
                "oneOf",
                List.of(Map.of("required", List.of("readings", "expect")), Map.of("required", List.of("each"))));
        schema.put(
                "$defs",
                ordered(
                        "rule",
                                Map.of(
                                        "enum",
                                        book.rules().stream().map(Rule::id).toList()),
                        "readings", object(InputSchemas.readings(book.catalogue()), List.of()),
                        "expect", expect()));
        return JsonWriter.write(schema);
    }

    /** The members that a case shares with scenarios. */
    private static Map<String, Object> situation(RuleBook book) {
        return ordered(
                "extends",
                InputSchemas.text("[a-z0-9][a-z0-9-]{0,63}", "A scenario, of which the case writes the changes."),
                "horizonYears",
                Map.of("enum", List.of(1, 5, 10)),
                "asOf",
                InputSchemas.date("The date that the case describes."),
                "readings",
                READINGS,
                "assumptions",
                object(InputSchemas.assumptions(book.catalogue(), book.switchableIds()), List.of()));
    }

    private static Map<String, Object> each(RuleBook book) {
        Map<String, Object> threshold = object(
                ordered(
                        "rule", RULE,
                        "fires", READINGS,
                        "alsoFires", list(READINGS),
                        "silent", list(READINGS),
                        "alliancePoints", POINTS,
                        "partnershipPoints", POINTS),
                List.of("rule", "fires"));
        Map<String, Object> members = ordered(
                "name",
                InputSchemas.text("[a-z0-9][a-z0-9-]{0,63}", "Names the case within its file."),
                "sentence",
                SENTENCE);
        members.putAll(situation(book));
        members.put("expect", EXPECT);
        Map<String, Object> each = new LinkedHashMap<>(list(ordered(
                "if", Map.of("required", List.of("name")),
                "then", object(members, List.of("name", "expect")),
                "else", threshold)));
        each.put("minItems", 1);
        each.put(
                "description",
                "A case a line: thresholds of a rule (readings with which it fires, then what keeps it silent while the others stay), or a situation with a name of its own.");
        return each;
    }

    private static Map<String, Object> expect() {
        Map<String, Object> byRule = new LinkedHashMap<>();
        byRule.put("type", "object");
        byRule.put("propertyNames", RULE);
        Map<String, Object> members = ordered(
                "fired", list(RULE),
                "notFired", list(RULE),
                "undetermined", list(RULE),
                "disabled", list(RULE),
                "overridden", with(byRule, RULE),
                "alliancePoints", with(byRule, POINTS),
                "partnershipPoints", with(byRule, POINTS),
                "percent", InputSchemas.number(1, 99),
                "band", oneOf(Band.values()));
        members.put("relationship", Map.of("anyOf", List.of(oneOf(Relationship.values()), Map.of("type", "null"))));
        members.put("relationships", list(oneOf(Relationship.values())));
        members.put("commitment", oneOf(Commitment.values()));
        members.put("flags", list(oneOf(VerdictFlag.values())));
        members.put("base", POINTS);
        members.put("sum", POINTS);
        members.put("ceilings", with(byRule, POINTS));
        members.put("final", POINTS);
        members.put("partnership", POINTS);
        Map<String, Object> expect = object(members, List.of());
        expect.put("minProperties", 1);
        return expect;
    }

    private static Map<String, Object> with(Map<String, Object> byRule, Map<String, Object> value) {
        Map<String, Object> object = new LinkedHashMap<>(byRule);
        object.put("additionalProperties", value);
        return object;
    }

    private static Map<String, Object> oneOf(Enum<?>[] constants) {
        return Map.of("enum", InputSchemas.names(constants));
    }
}

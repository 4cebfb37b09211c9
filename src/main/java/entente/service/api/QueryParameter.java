package entente.service.api;

import static entente.report.json.InputSchemas.keywords;

import entente.briefing.BriefingMedium;
import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.report.csv.AssessmentTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.apache.commons.text.CaseUtils;

/** The query parameters of the API with their allowed values. */
@Getter
@RequiredArgsConstructor
public enum QueryParameter {
    KEEP("Whether to store the assessment. Default: true.", Map.of("type", "boolean")),
    SCALE("Scale of likelihood terms. Default: icd203.", choice(names(LikelihoodScale.values()))),
    TABLE(
            "The rows of text/csv and application/x-ndjson: one for the verdict, or one for each group, rule, reading, or "
                    + "reading and grade. Default: verdicts with text/csv, the whole assessment with "
                    + "application/x-ndjson.",
            choice(names(AssessmentTable.values()))),
    RESULTS(
            "summary: the verdict of each; full: each whole assessment, for at most " + QueryParameter.MAX_FULL_RESULTS
                    + " scenarios. Default: summary.",
            choice(List.of("summary", "full"))),
    SCENARIO("The scenario with this id, or only assessments of it.", keywords("type", "string", "minLength", 1)),
    BAND("Only assessments whose likelihood lies in this band, by its name or its term.", choice(Band.spellings())),
    FROM(
            "Only assessments stored at or after this time, such as 2026-01-31T00:00:00Z.",
            keywords("type", "string", "format", "date-time")),
    TO("Only assessments stored before this time.", keywords("type", "string", "format", "date-time")),
    RULES(
            "Only assessments by the rule book with this digest: 64 hexadecimal digits.",
            keywords("type", "string", "pattern", "^[0-9a-f]{64}$")),
    SCENARIOS(
            "Ids of scenarios, separated by commas or each in a parameter of its own; the first is the baseline.",
            keywords("type", "string", "minLength", 1)),
    FORMAT(
            "Format of the briefing, whatever Accept says. Default: the one that Accept names.",
            choice(Arrays.stream(BriefingMedium.values())
                    .map(BriefingMedium::ending)
                    .toList())),
    LIMIT(
            "Maximum number of entries. Default: 50.",
            keywords("type", "integer", "minimum", 1, "maximum", QueryParameter.MAX_PAGE)),
    AFTER(
            "Continues the list: the value of next in the previous page, with the other parameters unchanged.",
            keywords("type", "string", "minLength", 1)),
    IF_CHANGED(
            "Publish only if the statement, a graded reading or the rules differ from the last edition. Default: false.",
            Map.of("type", "boolean")),
    FIRST("The letter of the group that is the reference.", keywords("type", "string", "minLength", 1)),
    SECOND("The letter of the group that is compared with it.", keywords("type", "string", "minLength", 1));

    private static final int MAX_PAGE = 200;

    static final int DEFAULT_PAGE = 50;

    /** Maximum number of full assessments in the response to a batch. */
    static final int MAX_FULL_RESULTS = 100;

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // never modified
    private final Map<String, Object> schema;

    public String parameterName() {
        return CaseUtils.toCamelCase(name(), false, '_');
    }

    /** The allowed values; empty if not enumerated. */
    List<String> allowedValues() {
        return schema.get("enum") instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    int bound(String keyword) {
        return (Integer) Objects.requireNonNull(schema.get(keyword));
    }

    String pattern() {
        return (String) Objects.requireNonNull(schema.get("pattern"));
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Map<String, Object> choice(List<String> values) {
        return keywords("type", "string", "enum", values);
    }
}

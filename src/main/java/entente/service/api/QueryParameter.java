package entente.service.api;

import entente.model.Band;
import entente.model.LikelihoodScale;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The query parameters of the API with their allowed values. */
public enum QueryParameter {
    KEEP("Whether to store the assessment. Default: true.", Form.BOOLEAN),
    SCALE("Scale of likelihood terms. Default: icd203.", allowedValues(LikelihoodScale.values())),
    RESULTS(
            "summary: the verdict of each; full: each whole assessment, for at most " + QueryParameter.MAX_FULL_RESULTS
                    + " scenarios. Default: summary.",
            "summary,full"),
    SCENARIO("Only assessments of the scenario with this id.", Form.TEXT),
    BAND("Only assessments whose likelihood lies in this band.", allowedValues(Band.values())),
    FROM("Only assessments stored at or after this time, such as 2026-01-31T00:00:00Z.", Form.DATE_TIME),
    TO("Only assessments stored before this time.", Form.DATE_TIME),
    RULES("Only assessments by the rule book with this digest: 64 hexadecimal digits.", Form.DIGEST),
    LIMIT("Maximum number of entries. Default: 50.", Form.PAGE),
    AFTER(
            "Continues the list: the value of next in the previous page, with the other parameters unchanged.",
            Form.TEXT);

    /** Maximum number of entries per page. */
    static final int MAX_PAGE = 200;

    /** Maximum number of full assessments in the response to a batch. */
    static final int MAX_FULL_RESULTS = 100;

    private enum Form {
        BOOLEAN,
        TEXT,
        DATE_TIME,
        DIGEST,
        PAGE,
        ENUM
    }

    private final String description;
    private final Form form;
    private final String allowedValues;

    QueryParameter(String says, Form form) {
        this.description = says;
        this.form = form;
        this.allowedValues = "";
    }

    QueryParameter(String says, String words) {
        this.description = says;
        this.form = Form.ENUM;
        this.allowedValues = words;
    }

    /** The name in the query string. */
    public String parameterName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    /** The allowed values; empty if not enumerated. */
    List<String> allowedValues() {
        return allowedValues.isEmpty() ? List.of() : List.of(allowedValues.split(","));
    }

    /** JSON Schema of its value. */
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "type",
                switch (form) {
                    case BOOLEAN -> "boolean";
                    case PAGE -> "integer";
                    case TEXT, DATE_TIME, DIGEST, ENUM -> "string";
                });
        switch (form) {
            case TEXT -> schema.put("minLength", 1);
            case DATE_TIME -> schema.put("format", "date-time");
            case DIGEST -> schema.put("pattern", "^[0-9a-f]{64}$");
            case PAGE -> {
                schema.put("minimum", 1);
                schema.put("maximum", MAX_PAGE);
            }
            case ENUM -> schema.put("enum", allowedValues());
            case BOOLEAN -> {}
        }
        return schema;
    }

    private static String allowedValues(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }
}

package entente.service.api;

import entente.model.Band;
import entente.model.LikelihoodScale;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that may stand after the question mark of an address, with what it may say. */
public enum QueryParameter {
    KEEP("Whether the assessment is kept in the archive. Default: true.", Form.BOOLEAN),
    SCALE("Words of likelihood. Default: icd203.", allowedValues(LikelihoodScale.values())),
    RESULTS(
            "summary: the verdict of each; full: each whole assessment, for at most " + QueryParameter.MAX_FULL_RESULTS
                    + " scenarios. Default: summary.",
            "summary,full"),
    SCENARIO("Only assessments of the scenario with this id.", Form.TEXT),
    BAND("Only assessments whose likelihood lies in this band.", allowedValues(Band.values())),
    FROM("Only assessments kept at this moment or later, such as 2026-01-31T00:00:00Z.", Form.DATE_TIME),
    TO("Only assessments kept before this moment.", Form.DATE_TIME),
    RULES("Only assessments by the rule book with this digest: 64 hexadecimal digits.", Form.DIGEST),
    LIMIT("At most so many. Default: 50.", Form.PAGE),
    AFTER("Where the list goes on: next of the page before, with the other parameters as they were.", Form.TEXT);

    /** The most that one page lists. */
    static final int MAX_PAGE = 200;

    /** The most whole assessments in the answer to one batch. */
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

    /** As it is written in an address. */
    public String parameterName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    /** The values that it may have, where they are a short list. */
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

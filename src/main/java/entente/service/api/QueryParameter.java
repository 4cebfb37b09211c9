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
    KEEP("Whether the assessment is kept in the archive. Default: true.", Form.TRUTH),
    SCALE("Words of likelihood. Default: icd203.", words(LikelihoodScale.values())),
    RESULTS(
            "summary: the verdict of each; full: each whole assessment, for at most " + QueryParameter.FULL
                    + " scenarios. Default: summary.",
            "summary,full"),
    SCENARIO("Only assessments of the scenario with this id.", Form.TEXT),
    BAND("Only assessments whose likelihood lies in this band.", words(Band.values())),
    FROM("Only assessments kept at this moment or later, such as 2026-01-31T00:00:00Z.", Form.MOMENT),
    TO("Only assessments kept before this moment.", Form.MOMENT),
    RULES("Only assessments by the rule book with this digest: 64 hexadecimal digits.", Form.DIGEST),
    LIMIT("At most so many. Default: 50.", Form.PAGE),
    AFTER("Where the list goes on: next of the page before, with the other parameters as they were.", Form.TEXT);

    /** The most that one page lists. */
    static final int LARGEST_PAGE = 200;

    /** The most whole assessments in the answer to one batch. */
    static final int FULL = 100;

    private enum Form {
        TRUTH,
        TEXT,
        MOMENT,
        DIGEST,
        PAGE,
        WORD
    }

    private final String says;
    private final Form form;
    private final String words;

    QueryParameter(String says, Form form) {
        this.says = says;
        this.form = form;
        this.words = "";
    }

    QueryParameter(String says, String words) {
        this.says = says;
        this.form = Form.WORD;
        this.words = words;
    }

    /** As it is written in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String says() {
        return says;
    }

    /** The values that it may have, where they are a short list. */
    List<String> words() {
        return words.isEmpty() ? List.of() : List.of(words.split(","));
    }

    /** JSON Schema of its value. */
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "type",
                switch (form) {
                    case TRUTH -> "boolean";
                    case PAGE -> "integer";
                    case TEXT, MOMENT, DIGEST, WORD -> "string";
                });
        switch (form) {
            case TEXT -> schema.put("minLength", 1);
            case MOMENT -> schema.put("format", "date-time");
            case DIGEST -> schema.put("pattern", "^[0-9a-f]{64}$");
            case PAGE -> {
                schema.put("minimum", 1);
                schema.put("maximum", LARGEST_PAGE);
            }
            case WORD -> schema.put("enum", words());
            case TRUTH -> {}
        }
        return schema;
    }

    private static String words(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }
}

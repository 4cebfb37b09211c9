package entente.web;

import entente.domain.Band;
import entente.domain.ScaleOfWords;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that may stand after the question mark of an address, with what it may say. */
enum Query {
    KEEP("Whether the assessment is kept in the archive. Default: true.", truth()),
    SCALE("Words of likelihood. Default: icd203.", words(ScaleOfWords.values())),
    RESULTS(
            "summary: the verdict of each; full: each whole assessment, for at most " + Query.FULL
                    + " scenarios. Default: summary.",
            words("summary", "full")),
    SCENARIO("Only assessments of the scenario with this id.", text()),
    BAND("Only assessments whose likelihood lies in this band.", words(Band.values())),
    FROM("Only assessments kept at this moment or later, such as 2026-01-31T00:00:00Z.", moment()),
    TO("Only assessments kept before this moment.", moment()),
    RULES("Only assessments by the rule book with this digest: 64 hexadecimal digits.", digest()),
    LIMIT("At most so many. Default: 50.", whole(1, Query.LARGEST_PAGE)),
    AFTER("Where the list goes on: next of the page before, with the other parameters as they were.", text());

    /** The most that one page lists. */
    static final int LARGEST_PAGE = 200;

    /** The most whole assessments in the answer to one batch. */
    static final int FULL = 100;

    private final String says;
    private final Map<String, Object> schema;

    Query(String says, Map<String, Object> schema) {
        this.says = says;
        this.schema = schema;
    }

    /** As it is written in an address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String says() {
        return says;
    }

    /** JSON Schema of its value. */
    Map<String, Object> schema() {
        return schema;
    }

    /** The values that it may have, where they are a short list. */
    List<String> words() {
        return schema.get("enum") instanceof List<?> words
                ? words.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<String, Object> truth() {
        return Map.of("type", "boolean");
    }

    private static Map<String, Object> text() {
        return Map.of("type", "string", "minLength", 1);
    }

    private static Map<String, Object> moment() {
        return Map.of("type", "string", "format", "date-time");
    }

    private static Map<String, Object> digest() {
        return Map.of("type", "string", "pattern", "^[0-9a-f]{64}$");
    }

    private static Map<String, Object> whole(int low, int high) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        schema.put("minimum", low);
        schema.put("maximum", high);
        return schema;
    }

    private static Map<String, Object> words(Enum<?>... constants) {
        return words(Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new));
    }

    private static Map<String, Object> words(String... words) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("enum", List.of(words));
        return schema;
    }
}

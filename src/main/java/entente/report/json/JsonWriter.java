package entente.report.json;

import entente.document.JsonValues;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON indented by two, with the same line ends on every machine and members in insertion order; members of unordered
 * maps are sorted by name.
 */
public final class JsonWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private static final ObjectWriter PRETTY = JSON.writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private static final JsonValues VALUES = new JsonValues(JsonWriter::ordered);

    private JsonWriter() {}

    /** Several lines, ending with a line end. */
    static String pretty(Consumer<JsonGenerator> content) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = PRETTY.createGenerator(out)) {
            content.accept(json);
        }
        out.write('\n');
        return out.toString();
    }

    /** One line without its end. */
    static String line(Consumer<JsonGenerator> content) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            content.accept(json);
        }
        return out.toString();
    }

    /** An object on one line without its end; values may be null. */
    public static String line(Map<String, @Nullable Object> object) {
        return line(json -> VALUES.write(json, object));
    }

    /** Maps with text keys, lists, texts, numbers, truth values. */
    public static String write(Object value) {
        return pretty(json -> VALUES.write(json, value));
    }

    /** Copies a JSON document in the layout of the surrounding one. */
    static void copy(JsonGenerator json, String document) {
        try (JsonParser parser = JSON.createParser(document)) {
            parser.nextToken();
            json.copyCurrentStructure(parser);
        }
    }

    /** Sorts maps without an order, so that every process writes the same text. */
    private static Map<?, ?> ordered(Map<?, ?> map) {
        return map instanceof LinkedHashMap || map instanceof SortedMap ? map : new TreeMap<>(map);
    }
}

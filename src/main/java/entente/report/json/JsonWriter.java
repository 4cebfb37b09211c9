package entente.report.json;

import entente.model.Numbers;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/**
 * JSON indented by two, with the same line ends on every machine and members in insertion order; members of unordered
 * maps are sorted by name.
 */
public final class JsonWriter {

    private JsonWriter() {}

    /** JSON text that is embedded unchanged in a larger document. */
    public record Written(String json) {}

    static JsonGenerator generator(StringWriter out) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        return new JsonFactory().createGenerator(new Pretty(printer), out);
    }

    /** Maps with text keys, lists, texts, numbers, truth values; a null is written as null. */
    public static String write(Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = generator(out)) {
            value(json, value);
        }
        return out + "\n";
    }

    private static void value(JsonGenerator json, Object value) {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            ordered(map).forEach((name, member) -> {
                json.writeName((String) name);
                value(json, member);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(item -> value(json, item));
            json.writeEndArray();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Written written) {
            json.writeRawValue(written.json());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(new BigDecimal(Numbers.plain(number)));
        } else {
            throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    /** Sorts maps without an order, so that every process writes the same text. */
    private static Map<?, ?> ordered(Map<?, ?> map) {
        return map instanceof LinkedHashMap || map instanceof SortedMap ? map : new TreeMap<>(map);
    }

    /** A context for layout only. */
    private static final class Pretty extends ObjectWriteContext.Base {
        private final DefaultPrettyPrinter printer;

        Pretty(DefaultPrettyPrinter printer) {
            this.printer = printer;
        }

        @Override
        public DefaultPrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}

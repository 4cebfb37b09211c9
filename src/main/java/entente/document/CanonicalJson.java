package entente.document;

import entente.model.Numbers;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Canonical JSON: sorted keys, no white space, numbers without exponent or trailing zeros. */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** Writes maps with text keys, lists, text, numbers and truth values. */
    public static String write(Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            value(generator, value);
        }
        return out.toString();
    }

    private static void value(JsonGenerator generator, Object value) {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            new TreeMap<>(map).forEach((name, member) -> {
                generator.writeName((String) name);
                value(generator, member);
            });
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            list.forEach(item -> value(generator, item));
            generator.writeEndArray();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof Double number) {
            generator.writeNumber(new BigDecimal(Numbers.plain(number)));
        } else {
            throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }
}

package entente.document;

import java.io.StringWriter;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Canonical JSON: sorted keys, no white space, numbers without exponent or trailing zeros. */
public final class CanonicalJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonValues VALUES = new JsonValues(map -> new TreeMap<>(map));

    private CanonicalJson() {}

    /** Writes maps with text keys, lists, text, numbers and truth values. */
    public static String write(Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            VALUES.write(generator, value);
        }
        return out.toString();
    }
}

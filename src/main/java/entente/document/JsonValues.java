package entente.document;

import entente.model.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes maps with text keys, lists, text, numbers, truth values and null.
 *
 * @param order a map with its members in the order in which they are written
 */
public record JsonValues(UnaryOperator<Map<?, ?>> order) {

    private static final double SMALL = 1e-6;

    public void write(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            order.apply(map).forEach((name, member) -> {
                json.writeName((String) name);
                write(json, member);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(item -> write(json, item));
            json.writeEndArray();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            number(json, number);
        } else {
            throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    /** Without trailing zeros, so that equal numbers are equal bytes; only below a millionth with an exponent. */
    public static void number(JsonGenerator json, double value) {
        String plain = Numbers.plain(value);
        json.writeNumber(value != 0 && Math.abs(value) < SMALL ? new BigDecimal(plain).toString() : plain);
    }
}

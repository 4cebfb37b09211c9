package entente.report.json;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/** How values of one kind are written as JSON, with the JSON Schema of what is written. */
public interface JsonType<V> {

    void write(JsonGenerator json, V value);

    /** The schema of a value; forms are referenced by name through {@code definitions}. */
    Map<String, Object> schema(SchemaDefinitions definitions);

    /** The schema of a document that consists of a value. */
    default Map<String, Object> definition(SchemaDefinitions definitions) {
        return schema(definitions);
    }

    /** Several lines, indented by two, ending with a line end. */
    default String pretty(V value) {
        return JsonWriter.pretty(json -> write(json, value));
    }

    /** The same type for values from which a {@code V} is taken. */
    default <U> JsonType<U> of(Function<? super U, ? extends V> get) {
        return new JsonTypes.Parts<>((json, value) -> write(json, get.apply(value)), this::schema);
    }
}

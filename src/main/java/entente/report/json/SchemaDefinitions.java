package entente.report.json;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;

/** The definitions that a schema or an OpenAPI document references. */
@RequiredArgsConstructor
public final class SchemaDefinitions {

    /** Of references, such as {@code #/$defs/}. */
    private final String prefix;

    /** What each name stands for. */
    private final Map<String, Object> declared = new HashMap<>();

    private final Map<String, Object> all = new LinkedHashMap<>();

    Map<String, Object> reference(Form<?> form) {
        return reference(form.name(), form, () -> form.definition(this));
    }

    /** @param declaration of the object of this name */
    Map<String, Object> reference(String name, Object declaration, Supplier<Map<String, Object>> schema) {
        Object known = declared.putIfAbsent(name, declaration);
        if (known == null) {
            // Entered before it is complete, because objects may contain themselves.
            add(name, Map.of());
            all.put(name, schema.get());
        } else if (!known.equals(declaration)) {
            throw new IllegalStateException("two objects have the name " + name);
        }
        return reference(name);
    }

    Map<String, Object> reference(String name) {
        return Map.of("$ref", prefix + name);
    }

    /** @throws IllegalStateException if the name is taken */
    public void add(String name, Map<String, Object> schema) {
        if (all.putIfAbsent(name, schema) != null) {
            throw new IllegalStateException("two schemas have the name " + name);
        }
    }

    /** A document; if it is a form of this name, the form itself. */
    public void add(String name, JsonType<?> type) {
        Map<String, Object> schema = type instanceof Form ? type.schema(this) : type.definition(this);
        if (!schema.equals(reference(name))) {
            add(name, schema);
        }
    }

    /** By name, in order of first reference. */
    public Map<String, Object> all() {
        return all;
    }
}

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
    private final Map<String, Class<?>> declared = new HashMap<>();

    private final Map<String, Object> all = new LinkedHashMap<>();

    /**
     * The object of a class. A second class of the same name has the name of the class around it in front.
     *
     * @param schema of the object
     */
    Map<String, Object> reference(Class<?> type, Supplier<Map<String, Object>> schema) {
        String name = type.getSimpleName();
        Class<?> outer = type.getDeclaringClass();
        if (outer != null && declared.containsKey(name) && !type.equals(declared.get(name))) {
            name = outer.getSimpleName() + name;
        }
        Class<?> known = declared.putIfAbsent(name, type);
        if (known == null) {
            // Entered before it is complete, because objects may contain themselves.
            add(name, Map.of());
            all.put(name, schema.get());
        } else if (!known.equals(type)) {
            throw new IllegalStateException("two objects have the name " + name);
        }
        return reference(name);
    }

    /** A reference to a schema that is added by this name. */
    public Map<String, Object> reference(String name) {
        return Map.of("$ref", prefix + name);
    }

    /** @throws IllegalStateException if the name is taken */
    public void add(String name, Map<String, Object> schema) {
        if (all.putIfAbsent(name, schema) != null) {
            throw new IllegalStateException("two schemas have the name " + name);
        }
    }

    /** By name, in order of first reference. */
    public Map<String, Object> all() {
        return all;
    }
}

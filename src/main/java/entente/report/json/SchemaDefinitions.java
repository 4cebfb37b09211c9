package entente.report.json;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;

/** The definitions that a schema or an OpenAPI document references. */
@RequiredArgsConstructor
public final class SchemaDefinitions {

    /** Of references, such as {@code #/$defs/}. */
    private final String prefix;

    private final Map<String, Form<?>> forms = new HashMap<>();
    private final Map<String, Object> all = new LinkedHashMap<>();

    Map<String, Object> reference(Form<?> form) {
        Form<?> known = forms.putIfAbsent(form.name(), form);
        if (known == null) {
            // Entered before it is complete, because forms may contain themselves.
            add(form.name(), Map.of());
            all.put(form.name(), form.definition(this));
        } else if (!known.equals(form)) {
            throw new IllegalStateException("two forms have the name " + form.name());
        }
        return reference(form.name());
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
        Map<String, Object> schema = type.schema(this);
        if (!schema.equals(reference(name))) {
            add(name, schema);
        }
    }

    /** By name, in order of first reference. */
    public Map<String, Object> all() {
        return all;
    }
}

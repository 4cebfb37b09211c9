package entente.report.json;

import entente.model.Catalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A scenario file to fill in. */
public final class ScenarioTemplate {

    private ScenarioTemplate() {}

    /** With a parent nothing is said anew, its horizon included; without one every indicator stands there as unknown. */
    public static String scenario(String id, Optional<String> parent, Optional<String> schema, Catalogue catalogue) {
        Map<String, Object> file = new LinkedHashMap<>();
        schema.ifPresent(s -> file.put("$schema", s));
        file.put("schemaVersion", "1");
        file.put("id", id);
        file.put("title", id.replace('-', ' '));
        if (parent.isPresent()) {
            file.put("extends", parent.get());
        } else {
            file.put("horizonYears", 5);
        }
        Map<String, Object> readings = new LinkedHashMap<>();
        if (parent.isEmpty()) {
            catalogue.indicators().forEach(i -> readings.put(i.id(), "unknown"));
        }
        file.put("readings", readings);
        return JsonWriter.write(file);
    }
}

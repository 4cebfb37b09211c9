package entente.testkit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import entente.report.json.ResultDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Validates with a third-party JSON Schema library, including date formats. */
public record JsonSchemas(Schema schema) {

    private static final JsonMapper MAPPER = new JsonMapper();

    public static JsonSchemas of(String schema) {
        return new JsonSchemas(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema));
    }

    /** The text of a schema. */
    public static String text(String name) {
        return ResultDocuments.find(name).orElseThrow().schema();
    }

    /** The schema that {@code entente scenario schema NAME} prints. */
    public static JsonSchemas named(String result) {
        return of(text(result));
    }

    public List<String> problems(String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /**
     * The members that the schema does not require, with only the first element of each list. The document should have
     * every member and one element in each list.
     */
    public List<String> unnoticed(String json) {
        JsonNode whole = MAPPER.readTree(json);
        List<String> unnoticed = new ArrayList<>();
        forEachObject(
                whole,
                "#",
                (object, at) -> List.copyOf(object.propertyNames()).forEach(name -> {
                    JsonNode kept = object.get(name);
                    object.remove(name);
                    if (problems(whole.toString()).isEmpty()) {
                        unnoticed.add(at + "/" + name);
                    }
                    object.set(name, kept);
                }));
        return unnoticed;
    }

    private static void forEachObject(JsonNode node, String at, BiConsumer<ObjectNode, String> visitor) {
        if (node instanceof ObjectNode object) {
            visitor.accept(object, at);
            object.properties()
                    .forEach(member -> forEachObject(member.getValue(), at + "/" + member.getKey(), visitor));
        } else if (node.isArray() && !node.isEmpty()) {
            forEachObject(node.get(0), at + "/0", visitor);
        }
    }
}

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

/** A reader of JSON Schemas that is not ours, with dates checked. */
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

    /** The schema of what a verb writes, as {@code entente schema NAME} prints it. */
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
     * The members of a document, of each list its first element, whose absence the schema does not notice. For a
     * document that holds every member and no empty list, and of each list one element.
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

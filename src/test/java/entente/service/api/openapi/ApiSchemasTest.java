package entente.service.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import entente.scenario.FolderScenarioSource;
import entente.service.api.openapi.OpenApi.ApiSchemas;
import entente.service.rulebook.RuleBookSnapshot;
import entente.testkit.Shipped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The schemas of all documents together. */
class ApiSchemasTest {

    @Test
    void everyReferenceLeadsToASchema() {
        Map<String, Object> schemas = ApiSchemas.of(new RuleBookSnapshot(
                Shipped.BOOK, Shipped.rival(), new FolderScenarioSource(List.of(Shipped.SCENARIOS))));
        Set<String> references = new HashSet<>();
        collect(schemas, references);
        assertThat(references).hasSizeGreaterThan(50);
        assertThat(schemas.keySet()).containsAll(references);
    }

    private static void collect(Object schema, Set<String> references) {
        if (schema instanceof Map<?, ?> members) {
            if (members.get("$ref") instanceof String reference && reference.startsWith(OpenApi.REFERENCE)) {
                references.add(reference.substring(OpenApi.REFERENCE.length()));
            }
            members.values().forEach(member -> collect(member, references));
        } else if (schema instanceof List<?> items) {
            items.forEach(item -> collect(item, references));
        }
    }
}

package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.lint.LintCode;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintSchemaTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonSchemas SCHEMA = JsonSchemas.named("lint");
    private static final Path BROKEN = Golden.RESOURCES.resolve("books").resolve("several-faults");

    @ParameterizedTest
    @ValueSource(strings = {"rules", "src/test/resources/lint/base", "src/test/resources/books/several-faults"})
    void reportsConformToSchema(String folder) {
        String json = Invocation.of("rules", "lint", "--format", "json", "--rules", folder)
                .out();
        assertThat(SCHEMA.problems(json)).isEmpty();
    }

    @Test
    void everyWrittenMemberIsRequired() {
        assertThat(SCHEMA.unnoticed(
                        Invocation.of("rules", "lint", "--format", "json").out()))
                .as("not every finding is allowed")
                .allMatch(place -> place.matches("#/findings/\\d+/allowed"));
        assertThat(SCHEMA.unnoticed(Invocation.of("rules", "lint", "--format", "json", "--rules", BROKEN)
                        .out()))
                .as("not every fault has a place")
                .containsExactlyInAnyOrder("#/faults/0/file", "#/faults/0/line");
    }

    @Test
    void schemaListsEveryCodeAndIsPrintedByTheCommand() {
        JsonNode codes = MAPPER.readTree(JsonSchemas.text("lint")).at("/$defs/Finding/properties/code/enum");
        assertThat(codes.values())
                .extracting(JsonNode::asString)
                .isEqualTo(Arrays.stream(LintCode.values()).map(Enum::name).toList());
        assertThat(Invocation.of("scenario", "schema", "lint").out()).isEqualTo(JsonSchemas.text("lint"));
    }
}

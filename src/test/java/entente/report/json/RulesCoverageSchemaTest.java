package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.cases.RuleBookWithCases;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCoverageSchemaTest {

    private static final JsonSchemas SCHEMA = JsonSchemas.named("rules-coverage");

    @TempDir
    private Path folder;

    @Test
    @Tag("thorough")
    void coverageConformsToSchema() {
        RuleBookWithCases book = RuleBookWithCases.in(folder).with("wrong");
        String json = book.run("coverage", "--format", "json").out();
        assertThat(json).contains("\"kind\": \"SILENCES\",\n      \"claim\"").contains("\"ceiling\": {");
        assertThat(SCHEMA.problems(json)).isEmpty();
        assertThat(SCHEMA.problems(
                        Invocation.of("rules", "coverage", "--format", "json").out()))
                .isEmpty();
    }

    @Test
    void everyWrittenMemberIsRequired() {
        String json =
                RuleBookWithCases.in(folder).run("coverage", "--format", "json").out();
        assertThat(SCHEMA.unnoticed(json)).isEmpty();
    }

    @Test
    void membersOfAKindAreRequiredForThatKind() {
        String json =
                RuleBookWithCases.in(folder).run("coverage", "--format", "json").out();
        assertThat(SCHEMA.problems(json.replaceAll("\"claim\": \"[a-z_]+\"", "\"note\": 1")))
                .isNotEmpty();
        assertThat(SCHEMA.problems(json.replace("\"IN_FORCE\"", "\"IN\""))).isNotEmpty();
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        assertThat(Invocation.of("scenario", "schema", "rules-coverage").out()).isEqualTo(JsonSchemas.text("rules-coverage"));
    }
}

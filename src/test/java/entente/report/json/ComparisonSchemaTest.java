package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.comparison.ScenarioContrasts;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonSchemaTest {

    private static final JsonSchemas SCHEMA = JsonSchemas.named("comparison");

    @TempDir
    private Path folder;

    static Iterable<String> shipped() {
        return Shipped.scenarioIds();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @Tag("thorough")
    void comparisonsConformToSchema(String id) {
        ScenarioContrasts contrasts = new ScenarioContrasts(Shipped.ASSESSOR);
        String json = ContrastJson.DOCUMENT.pretty(
                List.of(contrasts.between(Shipped.assess("baseline-2018"), Shipped.assess(id))));
        assertThat(SCHEMA.problems(json)).isEmpty();
    }

    @Test
    void everyWrittenMemberIsRequired() throws Exception {
        Path assumptions =
                Files.writeString(folder.resolve("weights.json"), "{\"weights\":{\"alliance\":{\"STRONG\":4}}}");
        String json = Invocation.of(
                        "compare",
                        "scenarios/status-quo-2025.json",
                        "scenarios/total-decoupling.json",
                        "--assumptions",
                        assumptions,
                        "--format",
                        "json")
                .out();
        assertThat(SCHEMA.problems(json)).isEmpty();
        assertThat(SCHEMA.unnoticed(json))
                // Optional: dates, undetermined relationships and ranges of readings.
                .containsExactlyInAnyOrder(
                        "#/first/asOf",
                        "#/first/relationship",
                        "#/comparisons/0/with/asOf",
                        "#/comparisons/0/with/relationship",
                        "#/comparisons/0/readings/0/before/low",
                        "#/comparisons/0/readings/0/before/high");
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        assertThat(Invocation.of("scenario", "schema", "comparison").out()).isEqualTo(JsonSchemas.text("comparison"));
    }
}

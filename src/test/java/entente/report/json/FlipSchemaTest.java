package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlipSchemaTest {

    private static final JsonSchemas SCHEMA = JsonSchemas.named("flip");

    static Iterable<String> shipped() {
        return Shipped.scenarioIds();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void flipsConformToSchema(String id) {
        FlipSearch flips = new FlipSearch(Shipped.ASSESSOR);
        for (FlipTarget target : new FlipTarget[] {FlipTarget.UP, FlipTarget.DOWN}) {
            String json = FlipJson.DOCUMENT.pretty(flips.find(Shipped.scenario(id), target, Set.of(), 2));
            assertThat(SCHEMA.problems(json)).isEmpty();
        }
    }

    @Test
    void everyWrittenMemberIsRequired() {
        String json = Invocation.of("flip", "scenarios/taiwan-war.json", "--down", "--format", "json")
                .out();
        assertThat(json).contains("\"others\": [\n");
        assertThat(SCHEMA.unnoticed(json)).isEmpty();
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        assertThat(Invocation.of("scenario", "schema", "flip").out()).isEqualTo(JsonSchemas.text("flip"));
    }
}

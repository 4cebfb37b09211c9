package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import org.junit.jupiter.api.Test;

class SeriesSchemaTest {

    private static final JsonSchemas SCHEMA = JsonSchemas.named("series");

    @Test
    void seriesConformToSchema() {
        Invocation run = Invocation.of("assess", "--series", Shipped.SCENARIOS, "--format", "json");
        assertThat(SCHEMA.problems(run.out())).isEmpty();
        Invocation one = Invocation.of("assess", "--series", Invocation.BASELINE, "--format", "json");
        assertThat(SCHEMA.problems(one.out())).isEmpty();
        assertThat(one.out()).doesNotContain("\"change\"", "\"observed\"");
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        assertThat(Invocation.of("scenario", "schema", "series").out()).isEqualTo(JsonSchemas.text("series"));
    }
}

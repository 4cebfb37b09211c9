package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExplanationSchemaTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonSchemas SCHEMA = JsonSchemas.named("explanation");
    private static final String SCENARIO = "scenarios/status-quo-2025.json";

    @Test
    void ledgerEqualsThatOfTheAssessment() {
        String json = Invocation.of("explain", SCENARIO, "--format", "json").out();
        assertThat(SCHEMA.problems(json)).isEmpty();
        JsonNode ledger = MAPPER.readTree(json).get("ledger");
        assertThat(ledger).hasSize(Shipped.BOOK.book().rules().size());
        assertThat(ledger)
                .isEqualTo(MAPPER.readTree(Invocation.of("assess", SCENARIO, "--format", "json")
                                .out())
                        .get("ledger"));
    }

    @Test
    void ruleHasARowForEachStepAndOnlyItsStepsAreNoRequiredMembers() {
        assertThat(SCHEMA.unnoticed(explained("present_format_suffices"))).isEmpty();
        assertThat(SCHEMA.unnoticed(explained("us_reads_alliance_as_offence")))
                .containsExactly("#/ledger/0/card", "#/ledger/0/step");
    }

    private static String explained(String card) {
        String json = Invocation.of("explain", SCENARIO, "--rule", card, "--format", "json")
                .out();
        assertThat(MAPPER.readTree(json).get("ledger"))
                .hasSameSizeAs(Shipped.BOOK.book().steps(card));
        return json;
    }

    @Test
    void rowsHaveTheSameSchemaAsInAssessments() {
        JsonNode own = MAPPER.readTree(JsonSchemas.text("explanation"));
        JsonNode assessment = MAPPER.readTree(JsonSchemas.text("assessment"));
        assertThat(own.at("/properties/ledger")).isEqualTo(assessment.at("/properties/ledger"));
        assertThat(own.at("/$defs/ledgerRow")).isNotNull().isEqualTo(assessment.at("/$defs/ledgerRow"));
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        assertThat(Invocation.of("scenario", "schema", "explanation").out()).isEqualTo(JsonSchemas.text("explanation"));
    }
}

package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Assessments conform to their schema, and the schema rejects missing members. */
class AssessmentSchemaTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonSchemas SCHEMA = JsonSchemas.of(JsonSchemas.text("assessment"));

    static List<String> shipped() {
        return Shipped.scenarioIds();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void assessmentsOfShippedScenariosConformToSchema(String id) {
        Assessment assessment = Shipped.assess(id);
        for (LikelihoodScale scale : LikelihoodScale.values()) {
            ResultDocument<Assessment> json = AssessmentJson.document(scale);
            assertThat(SCHEMA.problems(json.pretty(assessment))).isEmpty();
            assertThat(MAPPER.readTree(json.line(assessment))).isEqualTo(MAPPER.readTree(json.pretty(assessment)));
        }
    }

    @Test
    void assessmentWithoutReadingsConformsToSchema() {
        Assessment nothing =
                Shipped.ASSESSOR.assess(Shipped.parse("{\"id\": \"n\", \"title\": \"N\", \"readings\": {}}"));
        assertThat(SCHEMA.problems(
                        AssessmentJson.document(LikelihoodScale.ICD203).line(nothing)))
                .isEmpty();
    }

    @Test
    void everyWrittenFieldIsRequiredAndOnlyStepsHaveACard() {
        assertThat(unnoticed(false)).isEmpty();
        assertThat(unnoticed(true)).containsExactly("#/ledger/0/card", "#/ledger/0/step");
    }

    /** The fields of an assessment with one row of the ledger, a step or none, that its schema does not require. */
    private static List<String> unnoticed(boolean isStep) {
        JsonNode whole = MAPPER.readTree(fullest());
        ArrayNode ledger = (ArrayNode) whole.get("ledger");
        JsonNode row = ledger.valueStream()
                .filter(one -> one.has("step") == isStep)
                .findFirst()
                .orElseThrow();
        ledger.removeAll().add(row);
        List<String> unnoticed = new ArrayList<>(SCHEMA.unnoticed(whole.toString()));
        // Optional members of a scenario are described by the schema of scenarios.
        unnoticed.removeIf(
                at -> at.matches(
                        "#/scenario/resolved/(asOf|narrative|(sources|observed|assumptions)|(sources|observed|assumptions|readings)/.*)"));
        return unnoticed;
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        Invocation run = Invocation.of("scenario", "schema", "assessment");
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(JsonSchemas.text("assessment"));
    }

    /** An assessment in which no list is empty. */
    private static String fullest() {
        Invocation run = Invocation.of(
                "assess",
                Shipped.SCENARIOS.resolve("no-limits-2022.json"),
                "--set",
                "us_avg_tariff_on_prc_pct=150",
                "--set",
                "prc_export_share_us_pct=30",
                "--without",
                "no_pact",
                "--format",
                "json");
        assertThat(run.code()).isZero();
        return run.out();
    }

    @Test
    void fullestAssessmentHasNoEmptyList() {
        JsonNode whole = MAPPER.readTree(fullest());
        List.of(
                        "/points/ceilings",
                        "/outsideView",
                        "/groups",
                        "/ledger",
                        "/assumptions/changed",
                        "/findOutNext",
                        "/gaps",
                        "/warnings",
                        "/notes")
                .forEach(at -> assertThat(whole.at(at)).as(at).isNotEmpty());
    }
}

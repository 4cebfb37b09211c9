package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Problem;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the maintenance commands conforms to the schemas that {@code entente scenario schema} prints. */
class UpkeepSchemasTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void catalogueAndRulesConformToTheirSchemas() {
        for (String verb : new String[] {"scenario indicators", "rules list"}) {
            String schema = verb.startsWith("rules") ? "rules" : "indicators";
            String[] words = (verb + " --format json").split(" ");
            String json = Invocation.of((Object[]) words).out();
            assertThat(JsonSchemas.named(schema).problems(json)).as(verb).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc_export_share_us_pct", "western_sanctions_on_rus"})
    void everyMemberOfAnIndicatorIsRequired(String id) {
        String json =
                Invocation.of("scenario", "indicators", id, "--format", "json").out();
        assertThat(JsonSchemas.named("indicators").unnoticed(json))
                .allMatch(at -> at.matches("#/0/(note|anchors/[0-9]+)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"us_reads_alliance_as_offence", "deterrent_spent", "incident_holds_down"})
    void everyMemberOfARuleIsRequired(String id) {
        String json = Invocation.of("rules", "show", id, "--format", "json").out();
        assertThat(JsonSchemas.named("rules").problems(json)).isEmpty();
        assertThat(JsonSchemas.named("rules").unnoticed(json))
                .isSubsetOf("#/0/projectAssumption", "#/0/alliance", "#/0/partnership", "#/0/card", "#/0/step");
    }

    @Test
    void validationReportsConformToSchema() {
        String json = Invocation.of(
                        "validate",
                        Golden.RESOURCES.resolve("scenarios").resolve("bad"),
                        "scenarios",
                        "--format",
                        "json")
                .out();
        assertThat(MAPPER.readTree(json)).hasSizeGreaterThan(100);
        assertThat(JsonSchemas.named("validation").problems(json)).isEmpty();
    }

    @Test
    void atMostAHundredProblemsAreListedAndTheRestCounted() {
        int many = Problem.MAX_REPORTED + 23;
        // One problem more says that the scenario is probably for another rule book.
        String readings = IntStream.range(1, many)
                .mapToObj(n -> "\"no_such_" + n + "\": 1")
                .collect(Collectors.joining(","));
        String bad = "{\"id\": \"a\", \"title\": \"A\", \"readings\": {" + readings + "}}";
        Invocation json = Invocation.fed(bad, "validate", "-", "--format", "json");
        assertThat(json.code()).isEqualTo(65);
        JsonNode report = MAPPER.readTree(json.out()).get(0);
        assertThat(report.get("errors")).hasSize(Problem.MAX_REPORTED);
        assertThat(report.get("errorsOmitted").asInt()).isEqualTo(23);
        assertThat(JsonSchemas.named("validation").problems(json.out())).isEmpty();
        String err = Invocation.fed(bad, "assess", "-").err();
        assertThat(err)
                .startsWith("standard input: " + many + " problems, not assessed\n")
                .endsWith("\n  and 23 more\n");
        assertThat(err.lines().filter(line -> line.startsWith("  #"))).hasSize(Problem.MAX_REPORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"validation", "indicators", "rules"})
    void schemaCommandPrintsTheSchema(String name) {
        assertThat(Invocation.of("scenario", "schema", name).out()).isEqualTo(JsonSchemas.text(name));
    }
}

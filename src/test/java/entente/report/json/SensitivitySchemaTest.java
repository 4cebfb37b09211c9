package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SensitivitySchemaTest {

    private static final JsonSchemas SCHEMA = JsonSchemas.named("sensitivity");
    private static final SensitivityAnalysis SENSITIVITY = new SensitivityAnalysis(Shipped.ASSESSOR);

    static Iterable<String> shipped() {
        return Shipped.scenarioIds();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void sensitivitiesConformToSchema(String id) {
        SensitivityResult result = SENSITIVITY.analyze(Shipped.scenario(id));
        assertThat(SCHEMA.problems(SensitivityJson.write(result, false))).isEmpty();
        assertThat(SCHEMA.problems(SensitivityJson.write(result, true))).isEmpty();
    }

    @Test
    void sensitivitiesOfRandomScenariosConformToSchema() {
        Property.forAll(
                Math.max(1, Property.cases() / 50),
                RandomWorlds::any,
                (scenario, random) -> assertThat(SCHEMA.problems(SensitivityJson.write(
                                SENSITIVITY.analyze(RandomWorlds.with(scenario, RandomWorlds.assumptions(random))),
                                true)))
                        .filteredOn(problem -> !problem.contains("scenarioSha256"))
                        .isEmpty());
    }

    /** The relationship is optional, as it is not always known. */
    @Test
    void everyMemberIsRequiredExceptRelationship() {
        String json = Invocation.of("sensitivity", "scenarios/status-quo-2025.json", "--format", "json")
                .out();
        assertThat(SCHEMA.unnoticed(json)).isNotEmpty().allMatch(member -> member.endsWith("/relationship"));
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        assertThat(Invocation.of("scenario", "schema", "sensitivity").out()).isEqualTo(JsonSchemas.text("sensitivity"));
    }
}

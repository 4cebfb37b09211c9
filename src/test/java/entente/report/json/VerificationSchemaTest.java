package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationSchemaTest {

    private static final String THRESHOLD_OF_HIGH = "(\"AT_LEAST\",\\s+\"grade\": \"HIGH\",\\s+\"threshold\": )3\\b";

    private static final JsonSchemas SCHEMA = JsonSchemas.named("verification");

    @TempDir
    private Path temp;

    private Path archived(String id) throws IOException {
        return Files.writeString(
                temp.resolve(id + ".json"),
                AssessmentJson.document(LikelihoodScale.ICD203).pretty(Shipped.assess(id)));
    }

    @Test
    void verificationsConformToSchema() throws IOException {
        Path drifted = archived("crimea-2014");
        Files.writeString(
                drifted,
                Files.readString(drifted)
                        .replaceAll(THRESHOLD_OF_HIGH, "$12")
                        .replace("\"claim\": \"A", "\"claim\": \"B"));
        Path bad = Files.writeString(temp.resolve("bad.json"), "{\"scenario\": }");
        Invocation run = Invocation.of(
                "editions",
                "verify",
                archived("baseline-2018"),
                drifted,
                bad,
                Invocation.BASELINE,
                "nowhere.json",
                "--format",
                "json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(SCHEMA.problems(run.out())).isEmpty();
        assertThat(run.out())
                .contains(
                        "\"IDENTICAL\"", "\"SAME_VERDICT\"", "\"INVALID\"", "\"MISSING\"", "/threshold\"", "/claim\"");
    }

    @Test
    void everyMemberIsRequiredExceptOptionalOnes() throws IOException {
        Path drifted = archived("crimea-2014");
        Files.writeString(drifted, Files.readString(drifted).replaceAll(THRESHOLD_OF_HIGH, "$12"));
        String json =
                Invocation.of("editions", "verify", drifted, "--format", "json").out();
        assertThat(json).contains("\"differences\": [\n");
        assertThat(SCHEMA.unnoticed(json))
                .containsExactlyInAnyOrder(
                        "#/0/then/percent", "#/0/now/percent", "#/0/differences/0/then", "#/0/differences/0/now");
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        assertThat(Invocation.of("scenario", "schema", "verification").out())
                .isEqualTo(JsonSchemas.text("verification"));
    }
}

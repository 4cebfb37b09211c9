package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.cases.RuleBookWithCases;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTestSchemaTest {

    private static final JsonSchemas SCHEMA = JsonSchemas.named("rules-test");

    @TempDir
    private Path folder;

    @Test
    void resultsConformToSchema() {
        RuleBookWithCases book = RuleBookWithCases.in(folder).with("wrong").with("bad");
        assertThat(SCHEMA.problems(book.test("--format", "json").out())).isEmpty();
        assertThat(SCHEMA.problems(
                        Invocation.of("rules", "test", "--format", "json").out()))
                .isEmpty();
    }

    @Test
    void everyMemberIsRequiredExceptOptionalOnes() {
        RuleBookWithCases book = RuleBookWithCases.in(folder)
                .with(RuleBookWithCases.CASES.resolve("wrong").resolve("thresholds.json"))
                .with(RuleBookWithCases.CASES.resolve("bad").resolve("nothing.json"))
                .with(RuleBookWithCases.CASES.resolve("bad").resolve("both-forms.json"));
        assertThat(SCHEMA.unnoticed(book.test("--format", "json").out()))
                .containsExactly(
                        "#/gaps",
                        "#/results/0/failures/0/given",
                        "#/results/0/failures/0/rule",
                        "#/refused/0/errors/0/line",
                        "#/refused/0/errors/0/column",
                        "#/gaps/0/condition");
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        assertThat(Invocation.of("scenario", "schema", "rules-test").out()).isEqualTo(JsonSchemas.text("rules-test"));
    }
}

package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.lint.LintCode;
import entente.quality.lint.LintReport;
import entente.quality.lint.Linter;
import entente.report.sarif.LintSarif;
import entente.rulebook.RuleBookFault;
import entente.rulebook.RuleBooks;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LintSchemaTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonSchemas SCHEMA = JsonSchemas.named("lint");
    private static final Path BROKEN = Golden.RESOURCES.resolve("books").resolve("several-faults");

    @ParameterizedTest
    @ValueSource(strings = {"rules", "src/test/resources/lint/base", "src/test/resources/books/several-faults"})
    void reportsConformToSchema(String folder) {
        String json = Invocation.of("rules", "lint", "--format", "json", "--rules", folder)
                .out();
        assertThat(SCHEMA.problems(json)).isEmpty();
    }

    @Test
    void everyWrittenMemberIsRequired() {
        assertThat(SCHEMA.unnoticed(
                        Invocation.of("rules", "lint", "--format", "json").out()))
                .isEmpty();
        assertThat(SCHEMA.unnoticed(Invocation.of("rules", "lint", "--format", "json", "--rules", BROKEN)
                        .out()))
                .as("not every fault has a place")
                .containsExactlyInAnyOrder("#/faults/0/file", "#/faults/0/line");
    }

    @Test
    void schemaListsEveryCodeAndIsPrintedByTheCommand() {
        JsonNode codes = MAPPER.readTree(JsonSchemas.text("lint")).at("/$defs/finding/properties/code/enum");
        assertThat(codes.values())
                .extracting(JsonNode::asString)
                .isEqualTo(Arrays.stream(LintCode.values()).map(Enum::name).toList());
        assertThat(Invocation.of("scenario", "schema", "lint").out()).isEqualTo(JsonSchemas.text("lint"));
    }

    /** The members required by SARIF 2.1.0 and those that code hosts need to show a result at its line. */
    @Test
    void sarifConformsToTheStandard() throws Exception {
        LintReport report = Linter.lint(Shipped.BOOK, RuleBooks.locations(Shipped.RULES), List.of(), List.of());
        JsonNode log = MAPPER.readTree(new LintSarif("rules").write(report));
        JsonNode run = sarif(log);
        assertThat(run.get("results")).hasSize(report.findings().size());
        for (int n = 0; n < report.findings().size(); n++) {
            JsonNode result = run.get("results").get(n);
            var finding = report.findings().get(n);
            assertThat(result.get("ruleId").asString()).isEqualTo(finding.code().name());
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asString())
                    .isEqualTo("rules/" + finding.location().file());
            assertThat(result.at("/locations/0/physicalLocation/region/startLine")
                            .asInt())
                    .isEqualTo(finding.location().line())
                    .isPositive();
            assertThat(result.has("suppressions")).isEqualTo(finding.allowed().isPresent());
        }
    }

    @Test
    void allowedFindingIsASuppressedResultWithReason(@TempDir Path book) throws IOException {
        for (String part : List.of("base", "allowed")) {
            try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "lint", part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, book.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        String json = Invocation.of("rules", "lint", "--format", "sarif", "--rules", book)
                .out();
        assertThat(sarif(MAPPER.readTree(json)).get("results").values())
                .filteredOn(result -> result.has("suppressions"))
                .isNotEmpty()
                .allMatch(result -> result.at("/suppressions/0/kind").asString().equals("inSource"))
                .noneMatch(result ->
                        result.at("/suppressions/0/justification").asString().isBlank());
    }

    @Test
    void faultsOfInvalidBookAreResults() throws IOException {
        Invocation broken = Invocation.of("rules", "lint", "--format", "sarif", "--rules", BROKEN);
        assertThat(broken.code()).isEqualTo(78);
        JsonNode results = sarif(MAPPER.readTree(broken.out())).get("results");
        assertThat(results).isNotEmpty();
        assertThat(results.values())
                .allMatch(result -> result.get("level").asString().equals("error"))
                .allMatch(result -> result.get("ruleId").asString().startsWith("BOOK_"))
                .anyMatch(result -> result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString()
                        .equals("src/test/resources/books/several-faults/claims.drl"));
    }

    @ParameterizedTest
    @CsvSource({
        "my rules, my%20rules/%C3%A4%20b.drl",
        "./rules, ./rules/%C3%A4%20b.drl",
        "/my rules, file:///my%20rules/%C3%A4%20b.drl",
        "C:\\rules, file:///C:/rules/%C3%A4%20b.drl"
    })
    void pathsAreWrittenAsUris(String folder, String uri) {
        LintReport report = Linter.invalid(List.of(new RuleBookFault("ä b.drl", 0, "SYNTAX", "Odd.")));
        JsonNode place = sarif(MAPPER.readTree(new LintSarif(folder).write(report)))
                .at("/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asString()).isEqualTo(uri);
        assertThat(place.has("region")).isFalse();
    }

    private static JsonNode sarif(JsonNode log) {
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        assertThat(log.get("$schema").asString()).contains("sarif-2.1.0");
        assertThat(log.get("runs")).hasSize(1);
        JsonNode run = log.get("runs").get(0);
        assertThat(run.at("/tool/driver/name").asString()).isNotBlank();
        assertThat(run.get("columnKind").asString()).isEqualTo("unicodeCodePoints");
        JsonNode rules = run.at("/tool/driver/rules");
        List<String> ids = StreamSupport.stream(rules.spliterator(), false)
                .map(rule -> rule.get("id").asString())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
        for (JsonNode result : run.get("results")) {
            assertThat(result.at("/message/text").asString()).isNotBlank();
            assertThat(Set.of("error", "warning", "note"))
                    .contains(result.get("level").asString());
            assertThat(ids.get(result.get("ruleIndex").asInt()))
                    .isEqualTo(result.get("ruleId").asString());
            assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                            .asString())
                    .isNotBlank();
        }
        return run;
    }
}

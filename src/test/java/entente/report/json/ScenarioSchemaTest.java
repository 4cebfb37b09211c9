package entente.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.cases.RuleBookWithCases;
import entente.testkit.Folders;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;

/** The schema for editors accepts and rejects the same scenarios as the reader, as far as a schema can. */
class ScenarioSchemaTest {

    private static final Path BAD = Golden.RESOURCES.resolve("scenarios").resolve("bad");
    private static final JsonSchemas SCHEMA = JsonSchemas.of(InputSchemas.scenario(Shipped.BOOK.book()));

    /** Faults that a schema cannot detect: between two values, between two files or in a control character. */
    private static final Set<String> NOT_DETECTABLE = new TreeSet<>(List.of(
            "cut-points-not-ascending",
            "cycle-a",
            "cycle-b",
            "duplicate-field",
            "duplicate-indicator",
            "duplicate-nested",
            "duplicate-source",
            "empty-reading",
            "extends-itself",
            "grandparent-missing",
            "known-value-unknown",
            "known-without-value",
            "lone-surrogate",
            "low-above-high",
            "nul-escaped",
            "parent-invalid",
            "terminal-escape",
            "underflow",
            "unknown-parent",
            "unknown-source",
            "unknown-with-low",
            "unknown-with-value",
            "value-outside-low-high"));

    @Test
    void schemaInScenariosFolderIsUpToDate() {
        Invocation run = Invocation.of("scenario", "schema", "scenario").ok();
        Golden.checkExactly(Shipped.SCENARIOS.resolve("scenario.schema.json"), run.out());
    }

    @Test
    void shippedScenariosConformToSchemaAlsoResolved() {
        assertThat(Shipped.scenarioIds()).isNotEmpty().allSatisfy(id -> {
            assertThat(SCHEMA.problems(Files.readString(Shipped.SCENARIOS.resolve(id + ".json"))))
                    .isEmpty();
            assertThat(SCHEMA.problems(Shipped.scenario(id).resolved())).isEmpty();
        });
    }

    @Test
    void newAndMinimalScenariosConformToSchema() {
        assertThat(SCHEMA.problems(ScenarioTemplate.scenario(
                        "new",
                        java.util.Optional.empty(),
                        java.util.Optional.of("s"),
                        Shipped.BOOK.book().catalogue())))
                .isEmpty();
        assertThat(SCHEMA.problems("{\"id\": \"a\", \"title\": \"A\", \"readings\": {}}"))
                .isEmpty();
    }

    @Test
    void aTitleHasAtMostTheLengthThatTheReaderAccepts() {
        String scenario = "{\"id\": \"a\", \"title\": \"%s\", \"readings\": {}}";
        assertThat(SCHEMA.problems(scenario.formatted("A".repeat(200)))).isEmpty();
        assertThat(SCHEMA.problems(scenario.formatted("A".repeat(201)))).isNotEmpty();
    }

    @Test
    void schemaRejectsInvalidFilesExceptListedOnes() throws IOException {
        Set<String> accepted = new TreeSet<>();
        for (Path file : Folders.files(BAD, ".json")) {
            if (accepts(file)) {
                String name = file.getFileName().toString();
                accepted.add(name.substring(0, name.length() - ".json".length()));
            }
        }
        assertThat(accepted).isEqualTo(NOT_DETECTABLE);
    }

    private static boolean accepts(Path file) throws IOException {
        try {
            String json = Files.readString(file);
            return !json.isBlank() && SCHEMA.problems(json).isEmpty();
        } catch (MalformedInputException | JacksonException | IllegalArgumentException noJson) {
            return false;
        }
    }

    private static final String CASE =
            InputSchemas.named("case", Shipped.BOOK.book()).orElseThrow();
    private static final JsonSchemas CASES = JsonSchemas.of(CASE);

    /** Faults that a schema cannot detect: truncated JSON, or two inconsistent values. */
    private static final Set<String> NOT_DETECTABLE_IN_CASES = Set.of("not-json.json", "percent-outside-band.json");

    static List<Path> good() {
        return Folders.files(Shipped.RULES.resolve("cases"), "");
    }

    static List<Path> wrong() {
        return Folders.files(RuleBookWithCases.CASES.resolve("wrong"), "");
    }

    static List<Path> bad() {
        return Folders.files(RuleBookWithCases.CASES.resolve("bad"), "").stream()
                .filter(file ->
                        !NOT_DETECTABLE_IN_CASES.contains(file.getFileName().toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource({"good", "wrong"})
    void readableCasesConformToSchema(Path file) throws IOException {
        assertThat(CASES.problems(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void rejectedCasesViolateSchema(Path file) throws IOException {
        assertThat(CASES.problems(Files.readString(file))).isNotEmpty();
    }

    @Test
    void schemaCommandPrintsTheSchema() {
        assertThat(Invocation.output("scenario", "schema", "case")).isEqualTo(CASE);
    }
}

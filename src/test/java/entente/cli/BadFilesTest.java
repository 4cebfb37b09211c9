package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files with one fault each, and the messages about them. */
class BadFilesTest {

    static final Path BAD = Golden.RESOURCES.resolve("scenarios").resolve("bad");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** One line for each problem, as {@code validate --format json} reports it. */
    @Tag("thorough")
    @Test
    void everyProblemIsReportedAsExpected() throws IOException {
        List<Object> args = new ArrayList<>(List.of("validate", "--format", "json"));
        names().forEach(name -> args.add(BAD.resolve(name)));
        Invocation run = Invocation.of(args.toArray());
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err()).isEmpty();
        StringBuilder problems = new StringBuilder();
        for (JsonNode file : new JsonMapper().readTree(run.out())) {
            assertThat(file.get("valid").asBoolean()).isFalse();
            for (JsonNode problem : file.get("errors")) {
                problems.append(Path.of(file.get("input").asString()).getFileName());
                problem.forEach(member ->
                        problems.append(' ').append(member.isArray() ? member.toString() : member.asString()));
                problems.append('\n');
            }
        }
        Golden.check(Golden.RESOURCES.resolve("golden").resolve("problems.txt"), problems.toString());
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("names")
    void nothingIsAssessed(String name) {
        Path file = BAD.resolve(name);
        Invocation run = Invocation.of("assess", file);
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(file + ": ").contains(", not assessed\n  #");
        assertThat(Invocation.of("validate", file)).isEqualTo(run);
    }

    @TempDir
    private Path folder;

    @Test
    void validScenariosAreAssessedRegardlessOfInvalidOnes() throws IOException {
        for (String id : Shipped.scenarioIds()) {
            Files.copy(Shipped.SCENARIOS.resolve(id + ".json"), folder.resolve(id + ".json"));
        }
        Invocation alone = Invocation.of("assess", folder, "--format", "ndjson");
        assertThat(alone.code()).isZero();
        // A reading of 2011 in a scenario of 2010, on purpose.
        assertThat(alone.err().lines()).allMatch(line -> line.contains("Please check"));
        assertThat(alone.out().lines()).hasSize(Shipped.scenarioIds().size());

        List<String> bad = BadFilesTest.names();
        for (String name : bad) {
            Files.copy(BadFilesTest.BAD.resolve(name), folder.resolve(name));
        }
        Invocation mixed = Invocation.of("assess", folder, "--format", "ndjson");
        assertThat(mixed.code()).isEqualTo(1);
        assertThat(mixed.out()).isEqualTo(alone.out());
        for (String name : bad) {
            assertThat(mixed.err().lines().filter(l -> l.startsWith(folder.resolve(name) + ": ")))
                    .as(name)
                    .hasSize(1);
        }
        for (String id : Shipped.scenarioIds()) {
            assertThat(mixed.err().lines().filter(line -> line.startsWith(folder.resolve(id + ".json") + ": ")))
                    .allMatch(line -> line.contains("Please check"));
        }
    }
}

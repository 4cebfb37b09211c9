package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Golden;
import entente.testkit.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files with one fault each, and the messages about them. */
@Tag("thorough")
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
}

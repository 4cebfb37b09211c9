package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Golden;
import entente.testkit.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with one fault each, and the messages about them. */
@Tag("thorough")
class BadFilesTest {

    static final Path BAD = Golden.RESOURCES.resolve("scenarios").resolve("bad");
    private static final Path PROBLEMS = Golden.RESOURCES.resolve("golden").resolve("problems");

    static List<String> names() throws IOException {
        return names(BAD);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void corpusCoversManyFaults() throws IOException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(names(PROBLEMS)).isEqualTo(names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyProblemIsReportedAsExpected(String name) {
        Invocation run = Invocation.of("validate", "--format", "json", BAD.resolve(name));
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err()).isEmpty();
        Golden.check(PROBLEMS.resolve(name), run.out());
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

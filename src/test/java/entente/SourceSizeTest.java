package entente;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.junit.jupiter.api.Test;

/** Files and packages of the product stay small enough to be read. */
class SourceSizeTest {

    private static final int MAX_LINES = 250;
    private static final int MAX_FILES = 40;

    @Test
    void noFileIsTooLong() throws IOException {
        assertThat(sources())
                .allSatisfy(file -> assertThat(Uncheck.get(() -> Files.readAllLines(file)))
                        .as(file.toString())
                        .hasSizeLessThanOrEqualTo(MAX_LINES));
    }

    @Test
    void noPackageHasTooManyFiles() throws IOException {
        Map<Path, Long> files =
                sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(files)
                .isNotEmpty()
                .allSatisfy((folder, count) ->
                        assertThat(count).as(folder.toString()).isLessThanOrEqualTo(MAX_FILES));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

package entente.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rejection of files that are too large to be stored with the other invalid files. */
class LargeFilesTest {

    private static final String HEAD = "{\"id\": \"large\", \"title\": \"Large\", \"readings\": {}, ";

    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(
                        HEAD + "\"" + "n".repeat(257) + "\": 1}",
                        "# (line 1, column 51)\n    A name has more than 256 characters. [TOO_LONG]"),
                Arguments.of(
                        "{\"id\": \"large\", \"title\": \"" + "\uD83D\uDE80".repeat(201) + "\", \"readings\": {}}",
                        "#/title (line 1, column 26)\n    A title has at most 200 characters; put further text into the"
                                + " narrative. [TOO_LONG]"),
                Arguments.of(
                        HEAD + "\"narrative\": \"" + "t".repeat(100_001) + "\"}",
                        "#/narrative (line 1, column 64)\n    A text has more than 100000 characters. [TOO_LONG]"),
                Arguments.of(
                        HEAD + "\"sources\": [" + "1,".repeat(200_000) + "1]}",
                        "# (line 1, column 40045)\n    The document holds more than 20000 values. [TOO_LARGE]"),
                Arguments.of(
                        HEAD + "\"narrative\": \"\"}" + " ".repeat(1 << 20),
                        "#\n    The document has more than 1048576 bytes. [TOO_LARGE]"));
    }

    @Test
    void aTitleOfTheLongestLengthIsAccepted() throws IOException {
        Path file = Files.writeString(
                folder.resolve("large.json"),
                HEAD.replace("Large", "\uD83D\uDE80".repeat(200)).replace("}, ", "}}"));
        Invocation.of("assess", file).ok();
    }

    @ParameterizedTest
    @MethodSource("files")
    void rejectsLargeFiles(String json, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("large.json"), json);
        assertThat(Invocation.of("assess", file))
                .isEqualTo(new Invocation(65, "", file + ": 1 problem, not assessed\n  " + problem + "\n"));
    }
}

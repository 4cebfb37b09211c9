package entente.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that do not collide, whatever their bytes. */
class FileNamesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "a.json, a.md",
        "a.xlsx, a-xlsx.md",
        "a.csv, a-csv.md",
        "a-csv.json, a-csv-json.md",
        "a.CSV, a-CSV.md",
        "a-csv-json.json, a-csv-json-json.md",
        "a b%41.json, a b%41.md",
        "é.json, é.md"
    })
    void briefingIsNamedAfterItsFile(String input, String briefing) {
        assertThat(FileNames.briefing(folder, folder.resolve(input), ".md")).isEqualTo(folder.resolve(briefing));
    }

    @Test
    void bytesThatAreNoTextAreKept() throws IOException {
        Path latin = Path.of(URI.create(folder.toUri() + "caf%E9.json"));
        Path other = Path.of(URI.create(folder.toUri() + "caf%E8.json"));
        assertThat(FileNames.encoded(latin)).isEqualTo("caf%E9.json");
        Files.writeString(FileNames.briefing(folder, latin, ".md"), "1");
        Files.writeString(FileNames.briefing(folder, other, ".md"), "2");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(FileNames::encoded)).containsExactlyInAnyOrder("caf%E9.md", "caf%E8.md");
        }
    }

    @Test
    void longNamesAreCutBetweenCharactersAndToldApart() {
        for (String letter : new String[] {"a", "é", "語", "%E9"}) {
            String longest = "x" + encode(letter).repeat(248 / (letter.startsWith("%") ? 1 : bytes(letter)));
            Path first = Path.of(URI.create(folder.toUri() + longest + ".json"));
            Path second = Path.of(URI.create(folder.toUri() + longest + ".csv"));
            String name = FileNames.encoded(FileNames.of(folder, first, ".problems.json"));
            assertThat(name.length() - 2 * name.chars().filter(c -> c == '%').count())
                    .isLessThan(200);
            assertThat(name).matches("x(" + encode(letter) + ")+-[0-9a-f]{16}\\.problems\\.json");
            assertThat(FileNames.of(folder, second, "")).isNotEqualTo(FileNames.of(folder, first, ""));
        }
    }

    private static int bytes(String letter) {
        return letter.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String encode(String letter) {
        return letter.startsWith("%") ? letter : URLEncoder.encode(letter, StandardCharsets.UTF_8);
    }
}

package entente.service.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sizes that {@code archive.md} gives are those of answers as they are now. */
class ArchiveSizeTest {

    @Test
    void documentedSizesAreMeasuredWithPresentAnswers() throws IOException {
        Matcher measured = Pattern.compile("(?m)^answer: ([0-9.]+) KB on average")
                .matcher(Files.readString(Path.of("src/docs/archive.md")));
        assertThat(measured.find()).isTrue();
        assertThat(ArchiveSize.averageAnswer(ArchiveSize.answers()))
                .as("otherwise run src/test/sh/archive-size.sh again")
                .isCloseTo(Double.parseDouble(measured.group(1)), withinPercentage(10));
    }
}

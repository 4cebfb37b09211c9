package entente.report;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.report.media.AssessmentSeries;
import entente.report.wording.Wording;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Adding a medium takes one class and one entry in the list. */
public class AssessmentMediaTest {

    /** Writes only the percentage. */
    public record PercentMedium() implements AssessmentMedium {

        @Override
        public String name() {
            return "percent";
        }

        @Override
        public String mediaType() {
            return "text/x-percent";
        }

        @Override
        public byte[] write(Assessment assessment, Options options) {
            return (assessment.verdict().likelihood().value() + "\n").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public AssessmentSeries series(Options options) {
            return new AssessmentSeries(
                    (assessment, first) -> assessment.verdict().likelihood().value() + "\n", () -> "");
        }
    }

    /** The standard media and the added one. */
    public static final AssessmentMedia EXTENDED =
            new AssessmentMedia(Stream.concat(AssessmentMedia.STANDARD.all().stream(), Stream.of(new PercentMedium()))
                    .toList());

    @Test
    void namesAndMediaTypesAreDistinct() {
        List<AssessmentMedium> all = AssessmentMedia.STANDARD.all();
        assertThat(all).extracting(AssessmentMedium::name).doesNotHaveDuplicates();
        assertThat(all).extracting(AssessmentMedium::mediaType).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(medium ->
                        assertThat(AssessmentMedia.STANDARD.find(medium.name())).contains(medium));
    }

    @Test
    void documentsNameEveryMedium() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String commandLine = Files.readString(Path.of("src", "docs", "command-line.md"));
        String http = Files.readString(Path.of("src", "docs", "http.md"));
        assertThat(AssessmentMedia.STANDARD.all()).allSatisfy(medium -> {
            assertThat(commandLine).containsPattern("\\| `assess` .*\\b" + medium.name() + "\\b");
            if (!medium.equals(AssessmentMedia.JSON)) {
                assertThat(http).contains("`" + medium.mediaType() + "`");
            }
            if (!medium.equals(AssessmentMedia.TEXT)) {
                assertThat(readme).contains("`" + medium.name() + "`");
            }
        });
    }

    @Test
    void everyMediumShowsTheVerdictAndIsReproducible() {
        Assessment assessment = Shipped.assess("crimea-2014");
        String likelihood = Wording.figure(assessment.verdict().likelihood().value());
        AssessmentMedium.Options options = AssessmentMedium.Options.summary(LikelihoodScale.ICD203, Optional.empty());
        for (AssessmentMedium medium : AssessmentMedia.STANDARD.all()) {
            byte[] first = medium.write(assessment, options);
            assertThat(new String(first, StandardCharsets.UTF_8))
                    .as(medium.name())
                    .containsPattern("\\b" + Pattern.quote(likelihood) + "\\b")
                    .endsWith("\n");
            assertThat(medium.write(assessment, options)).isEqualTo(first);
        }
    }
}

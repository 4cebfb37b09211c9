package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several scenarios in one briefing on the command line. */
class CombinedBriefCommandTest {

    @TempDir
    private Path folder;

    @Test
    void oneDocumentBeginsWithTheComparison() {
        Invocation run = Invocation.of("brief", "baseline-2018", "status-quo-2025", "--combined", "--scale", "phia");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith(
                        "# An operational alliance of China and Russia: two scenarios\n\nComparison, then the briefing of each\n\n## Comparison\n")
                .contains(
                        "\n# The article's moment, 2018\n",
                        "\n# Status quo, late 2025\n",
                        Shipped.percent(Shipped.assess("baseline-2018"))
                                + ", a remote chance (>0–5 %, here less than 1 %)");
    }

    @Test
    void eachFormatIsOneFile() throws IOException {
        assertThat(Invocation.of(
                                "brief",
                                "baseline-2018",
                                "status-quo-2025",
                                "--combined",
                                "--format",
                                "md,json",
                                "--out",
                                folder)
                        .code())
                .isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("combined-briefing.md", "combined-briefing.json");
        }
    }

    @Test
    void combinationsWithoutAComparisonAreRefused() {
        for (Object[] args : new Object[][] {
            {"brief", "baseline-2018", "--combined"},
            {"brief", "baseline-2018", "baseline-2018", "--combined"},
            {"brief", "baseline-2018", "status-quo-2025", "--combined", "--archive", folder}
        }) {
            Invocation run = Invocation.of(args);
            assertThat(run.code()).as(Arrays.toString(args)).isEqualTo(64);
            assertThat(run.out()).isEmpty();
        }
    }
}

package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Briefings on the command line. */
class BriefCommandTest {

    private static final String BASELINE = Shipped.percent(Shipped.assess("baseline-2018"));
    private static final String WORD = Wording.plain(
            VerdictSentences.words(Shipped.assess("baseline-2018").verdict().likelihood(), LikelihoodScale.ICD203));
    private static final String SET = "western_sanctions_on_rus=1";

    /** Makes a likelihood for which PHIA has no word. */
    private static final String WILLING = "political_will_to_ally=3";

    @TempDir
    private Path folder;

    @Test
    void markdownGoesToStandardOutput() {
        Invocation run = Invocation.of("brief", "baseline-2018");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("# The article's moment, 2018\n\nBriefing, edition 1, as of 31 December 2018")
                .contains("**An operational alliance of China and Russia by the end of 2023 is " + WORD + ": "
                        + BASELINE + " (")
                .contains("## Another account");
        assertThat(Invocation.of("brief", "baseline-2018", "--rival", "none").out())
                .doesNotContain("## Another account");
    }

    @Test
    void briefingSaysWhoseRecordTheBaseRateIs() {
        String since = "pairs of major powers since 1946";
        String pooled = "pairs of major powers from 1815 to 2017";
        assertThat(Invocation.of("brief", "status-quo-2025").out())
                .contains("The base rate of 1.0 % is that of " + since + ". ")
                .contains(
                        " with that of " + pooled + " (8 %) and ",
                        " with that of pairs of major powers in a general war (29 %), ");
        assertThat(Invocation.of("brief", "status-quo-2025", "--reference-class", "pooled-1815-2017")
                        .out())
                .contains("The base rate of 8 % is that of " + pooled + ". ")
                .contains(" with that of " + since + " (1.0 %) and ");
    }

    @Test
    void everyScenarioAndFormatGetsAFile() throws IOException {
        Path out = folder.resolve("new/folder");
        Invocation run =
                Invocation.of("brief", "baseline-2018", "status-quo-2025", "--format", "md,json", "--out", out);
        assertThat(run.code()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "baseline-2018.md", "baseline-2018.json", "status-quo-2025.md", "status-quo-2025.json");
        }
        assertThat(out.resolve("baseline-2018.md"))
                .content()
                .isEqualTo(Invocation.of("brief", "baseline-2018").out());
    }

    @Test
    @Tag("thorough")
    void everyShippedScenarioFitsOnThreePages() throws IOException {
        Invocation.of("brief", Shipped.SCENARIOS, "--format", "pdf", "--out", folder);
        for (String id : Shipped.scenarioIds()) {
            try (PDDocument pdf = Loader.loadPDF(folder.resolve(id + ".pdf").toFile())) {
                assertThat(pdf.getNumberOfPages()).as(id).isBetween(2, 3);
            }
        }
    }

    @Test
    void proposedCommandReproducesTheChangedAssessment() {
        String briefing = Invocation.of("brief", "status-quo-2025", "--set", SET, "--rival", "none")
                .out();
        assertThat(briefing).contains("./entente assess status-quo-2025 --set " + SET + "\n");
        String percent = Shipped.percent("status-quo-2025", Map.of("western_sanctions_on_rus", "1"));
        assertThat(Invocation.of("assess", "status-quo-2025", "--set", SET).out())
                .contains(": " + percent + " (");
        assertThat(briefing).contains(": " + percent + " (");
    }

    @Test
    void twoScalesMakeTwoFiles() {
        for (String scale : List.of("phia", "icd203")) {
            assertThat(Invocation.of("brief", "status-quo-2025", "--set", WILLING, "--scale", scale, "--out", folder)
                            .code())
                    .isZero();
        }
        assertThat(folder.resolve("status-quo-2025-phia.md"))
                .content()
                .contains("is between a remote chance (>0–5 %) and highly unlikely (10–20 %): ")
                .doesNotContain("the gap between");
        assertThat(folder.resolve("status-quo-2025.md")).content().contains("is very unlikely (5–20 %): ");
    }

    @Test
    void severalBriefingsNeedAFolder() {
        for (Object[] args : new Object[][] {
            {"brief", "baseline-2018", "status-quo-2025"}, {"brief", "baseline-2018", "--format", "md,json"}
        }) {
            Invocation run = Invocation.of(args);
            assertThat(run.code()).isEqualTo(64);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("--out DIR");
        }
    }

    @Test
    void briefingsThatWouldReplaceEachOtherAreRefused() throws IOException {
        Path copy = Files.copy(Invocation.BASELINE, folder.resolve("copy.json"));
        Invocation run = Invocation.of("brief", "baseline-2018", copy, "--out", folder.resolve("out"));
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("two scenarios have the id baseline-2018");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void badScenarioDoesNotStopTheOthers() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{}");
        Invocation run = Invocation.of("brief", bad, "baseline-2018", "--out", folder.resolve("out"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("bad.json").contains("not assessed");
        assertThat(folder.resolve("out/baseline-2018.md"))
                .content()
                .contains("./entente assess FILE")
                .contains(WORD + ": " + BASELINE);
    }

    @Test
    void folderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Invocation run = Invocation.of("brief", "baseline-2018", "--out", file);
        assertThat(run.code()).isEqualTo(73);
        assertThat(run.err()).contains("is a file; --out needs a folder");
    }

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

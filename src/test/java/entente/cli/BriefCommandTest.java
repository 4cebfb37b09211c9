package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.testkit.Folders;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void briefingSaysWhoseRecordTheBaseRateIs() {
        assertThat(Invocation.output("brief", "status-quo-2025", "--reference-class", "pooled-1815-2017"))
                .contains("The base rate of 8 % is that of pairs of major powers from 1815 to 2017. ")
                .contains(" With that of pairs of major powers since 1946 (1.0 %) the likelihood would be ");
    }

    private List<String> files(Object... options) {
        Invocation run = Invocation.of("brief", "baseline-2018", "status-quo-2025", "--format", "md,json", options)
                .ok();
        return Stream.of(folder.resolve("new/folder").toFile().list()).sorted().toList();
    }

    @Test
    void everyScenarioAndFormatGetsAFile() {
        Path out = folder.resolve("new/folder");
        assertThat(files("--out", out))
                .containsExactly(
                        "baseline-2018.json", "baseline-2018.md", "status-quo-2025.json", "status-quo-2025.md");
        assertThat(out.resolve("baseline-2018.md")).content().isEqualTo(Invocation.output("brief", "baseline-2018"));
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
        String briefing = Invocation.output("brief", "status-quo-2025", "--set", SET, "--rival", "none");
        assertThat(briefing).contains("./entente assess status-quo-2025 --set " + SET + "\n");
        String percent = Shipped.percent("status-quo-2025", Map.of("western_sanctions_on_rus", "1"));
        assertThat(Invocation.output("assess", "status-quo-2025", "--set", SET)).contains(": " + percent + " (");
        assertThat(briefing).contains(": " + percent + " (").doesNotContain("## Another account");
    }

    @Test
    void twoScalesMakeTwoFiles() {
        for (String scale : List.of("phia", "icd203")) {
            Invocation.output("brief", "status-quo-2025", "--set", WILLING, "--scale", scale, "--out", folder);
        }
        assertThat(folder.resolve("status-quo-2025-phia.md"))
                .content()
                .contains("is between a remote chance (>0–5 %) and highly unlikely (10–20 %): ")
                .doesNotContain("the gap between");
        assertThat(folder.resolve("status-quo-2025.md")).content().contains("is very unlikely (5–20 %): ");
    }

    @Test
    void briefingsThatWouldReplaceEachOtherAreRefused() throws IOException {
        Path copy = Files.copy(Invocation.BASELINE, folder.resolve("copy.json"));
        Invocation run = Invocation.of("brief", "baseline-2018", copy, "--out", folder.resolve("out"))
                .expect(64);
        assertThat(run.err()).contains("two scenarios have the id baseline-2018");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void badScenarioDoesNotStopTheOthers() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{}");
        Invocation run = Invocation.of("brief", bad, "baseline-2018", "--out", folder.resolve("out"))
                .expect(1);
        assertThat(run.err()).contains("bad.json").contains("not assessed");
        assertThat(folder.resolve("out/baseline-2018.md"))
                .content()
                .contains("./entente assess baseline-2018")
                .contains(WORD + ": " + BASELINE);
    }

    private Invocation brief(Object... more) {
        return Invocation.of("brief", "baseline-2018", "--archive", folder, more);
    }

    private Invocation resolve(String edition, String outcome, Object... more) {
        return Invocation.of("editions", "resolve", edition, outcome, "--archive", folder, more);
    }

    @Test
    void anEditionIsKeptAndNotRepeatedWithoutAChange() throws IOException {
        assertThat(brief("--format", "md,json", "--if-changed").out()).isEqualTo("Kept edition baseline-2018/1.\n");
        Invocation again = brief("--if-changed").ok();
        assertThat(again.out()).isEqualTo("No edition of baseline-2018: nothing has changed since edition 1.\n");
        assertThat(brief("--if-changed", "--set", "political_will_to_ally=3").out())
                .isEqualTo("Kept edition baseline-2018/2.\n");
        assertThat(Folders.names(folder.resolve("baseline-2018/1")))
                .containsExactlyInAnyOrder("briefing.md", "briefing.json", "edition.json", "scenario.json");
        assertThat(Files.readString(folder.resolve("baseline-2018/2/briefing.md")))
                .contains("Since the edition of");
    }

    /** The horizon of the scenario ends on 31 December 2023. */
    @Test
    void aStatementIsResolvedOnceWithASourceAndAPossibleDay() {
        brief();
        assertThat(resolve("baseline-2018/1", "no", "--source", "S", "--on", "2023-12-30")
                        .err())
                .contains("ends on 2023-12-31; before that day it cannot be resolved as no");
        assertThat(resolve("baseline-2018/1", "no", "--source", "S", "--on", "9999-01-01")
                        .err())
                .contains("in the future");
        assertThat(resolve("baseline-2018/1", "no", "--source", " ", "--on", "2023-12-31")
                        .err())
                .contains("needs a source");
        assertThat(resolve("baseline-2018/1", "yes", "--source", "S").err()).contains("the horizon of baseline-2018/1");
        assertThat(resolve("baseline-2018/2", "no", "--source", "S").err()).contains("no edition baseline-2018/2");
        resolve("../baseline-2018/1", "no", "--source", "S").expect(64);
        assertThat(folder.resolve("baseline-2018/1/resolution.json")).doesNotExist();

        resolve("baseline-2018/1", "no", "--source", "S", "--on", "2023-12-31").ok();
        resolve("baseline-2018/1", "no", "--source", "S").ok();
        assertThat(resolve("baseline-2018/1", "yes", "--source", "S", "--on", "2023-12-31")
                        .err())
                .contains("is resolved already: no on 2023-12-31, S. A resolution is final.");
        assertThat(folder.resolve("baseline-2018/1/resolution.json")).exists();
        brief();
        assertThat(resolve("baseline-2018/2", "yes", "--source", "S", "--on", "2023-12-31")
                        .err())
                .contains("Edition baseline-2018/1 asks the same question and is resolved as no");
    }

    @ParameterizedTest
    @CsvSource({"text, <b>", "md, &lt;b>", "html, &lt;b&gt;", "json, <b>", "csv, '\"''=1+1 <b>\"'"})
    void theTrackRecordComesInEachFormat(String format, String source) {
        brief();
        resolve("baseline-2018/1", "no", "--source", "=1+1 <b>", "--on", "2023-12-31");
        String record = Invocation.output("editions", "track-record", "--archive", folder, "--format", format);
        assertThat(record).contains("2023-12-31", source);
        if (format.equals("html")) {
            assertThat(record).doesNotContain("<b>");
        }
    }
}

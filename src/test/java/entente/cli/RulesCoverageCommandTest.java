package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.quality.cases.RuleBookWithCases;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCoverageCommandTest {

    private static final Path GOLDEN = Golden.RESOURCES.resolve("golden").resolve("cases");

    @TempDir
    private Path folder;

    @TempDir
    private Path corpus;

    @Test
    void shippedCasesCoverEverything() {
        Invocation run = Invocation.of("rules", "coverage", "--fail-under", "100");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("\n\nEverything is covered.\n");
    }

    @Test
    void withoutCasesItListsWhatScenariosDoNotCover() {
        Invocation run = RuleBookWithCases.in(folder).run("coverage");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        Golden.check(GOLDEN.resolve("coverage.txt"), run.out());
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void failUnderSetsTheExitCode() {
        RuleBookWithCases book = RuleBookWithCases.in(folder);
        assertThat(book.run("coverage", "--fail-under", "50").code()).isZero();
        assertThat(book.run("coverage", "--fail-under", "99.9").code()).isEqualTo(1);
        for (String wrong : new String[] {"-1", "101", "NaN", "all"}) {
            assertThat(book.run("coverage", "--fail-under", wrong).code()).isEqualTo(64);
        }
    }

    @Test
    void corpusReplacesTheShippedScenarios() throws IOException {
        Files.copy(Invocation.BASELINE, corpus.resolve("mine.json"));
        RuleBookWithCases book = RuleBookWithCases.in(folder);
        assertThat(book.run("coverage", "--corpus", corpus).out())
                .contains(Shipped.BOOK.book().rules().size()
                        + " rules in one situation, from no cases and one\nscenario.");
        assertThat(book.run("coverage", "--corpus", folder.resolve("nowhere")).code())
                .isEqualTo(66);
        Files.writeString(corpus.resolve("bad.json"), "{}");
        Invocation mixed = book.run("coverage", "--corpus", corpus);
        assertThat(mixed.code()).isEqualTo(1);
        assertThat(mixed.err()).contains("bad.json: 3 problems");
        assertThat(mixed.out()).contains("one\nscenario.");
    }

    @Test
    void invalidCaseFilesAreReportedAndNotCounted() {
        Invocation run = RuleBookWithCases.in(folder)
                .with(RuleBookWithCases.CASES.resolve("bad").resolve("empty-expect.json"))
                .with(Shipped.RULES.resolve("cases").resolve("switch-holds.json"))
                .run("coverage");
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err()).startsWith("empty-expect.json: 1 problem, not counted\n");
        assertThat(run.out()).contains("one case and");
    }

    @Test
    void jsonHasTheSameFigures() {
        Invocation run = Invocation.of("rules", "coverage", "--format", "json");
        assertThat(run.out()).contains("\"percent\": 100,", "\"neverSeen\": [],", "\"failedAlone\": ");
    }
}

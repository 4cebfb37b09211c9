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

class RulesTestCommandTest {

    private static final Path GOLDEN = Golden.RESOURCES.resolve("golden").resolve("cases");
    private static final Path SWITCH = Shipped.RULES.resolve("cases").resolve("switch-holds.json");

    @TempDir
    private Path folder;

    /** Of the shipped book no rule and no threshold is without a case, else it would be listed. */
    @Test
    void shippedBooksPassTheirCases() {
        Invocation run = Invocation.of("rules", "test");
        assertThat(run).isEqualTo(new Invocation(0, run.out(), ""));
        assertThat(run.out()).matches("\\d+ cases hold\\.\n");
        Invocation rival = Invocation.of("rules", "test", "--rules", Shipped.RULES.resolve("rival"));
        assertThat(rival.code()).as(rival.out() + rival.err()).isZero();
    }

    @Test
    void eachKindOfExpectationCanFailAndShowsTheActualValue() {
        Invocation run = RuleBookWithCases.in(folder).with("wrong").test();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        Golden.check(GOLDEN.resolve("wrong.txt"), run.out());
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void invalidFilesAreReportedAndTheOthersRun() {
        Invocation run = RuleBookWithCases.in(folder).with("bad").with(SWITCH).test();
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.out()).startsWith("1 case holds.\n");
        Golden.check(GOLDEN.resolve("bad.txt"), run.err());
    }

    @Test
    void casesCanBeSelectedByFileAndByEntry() {
        RuleBookWithCases book = RuleBookWithCases.in(folder).with("wrong").with(SWITCH);
        assertThat(book.test("switch-holds").out()).isEqualTo("1 case holds.\n");
        assertThat(book.test("switch-holds").code()).isZero();
        assertThat(book.test("thresholds/us_reads_alliance_as_offence").out()).endsWith("\n\n1 case fails, 0 hold.\n");
        assertThat(book.test("thresholds", "switch-holds").out()).endsWith("\n\n4 cases fail, 2 hold.\n");
        Invocation slip = book.test("switch-hold");
        assertThat(slip.code()).isEqualTo(64);
        assertThat(slip.err())
                .isEqualTo("entente: there is no case switch-hold. Did you mean switch-holds?\n"
                        + "Help: ./entente rules test --help\n");
        assertThat(book.test("thresholds/no_switch").code()).isEqualTo(64);
    }

    @Test
    void unselectedInvalidFileIsNotReported() {
        RuleBookWithCases book = RuleBookWithCases.in(folder).with("bad").with(SWITCH);
        assertThat(book.test("switch-holds")).isEqualTo(new Invocation(0, "1 case holds.\n", ""));
        assertThat(book.test("nothing").code()).isEqualTo(65);
        assertThat(book.test("nothing").err()).startsWith("nothing.json: ").doesNotContain("thresholds");
        assertThat(book.test("bad-thresholds/no_switch").code()).isEqualTo(65);
    }

    @Test
    void allListsPassedCases() throws IOException {
        String sentence = Files.readString(SWITCH).replaceAll("(?s).*?\"sentence\": \"([^\"]+)\".*", "$1");
        String all = RuleBookWithCases.in(folder)
                .with(SWITCH)
                .test("switch-holds", "--all")
                .out();
        assertThat(all.lines()).allMatch(line -> line.length() <= 80);
        assertThat(all.replaceAll("\n +", " ")).isEqualTo("holds  switch-holds: " + sentence + "\n\n1 case holds.\n");
    }

    @Test
    void rulesAndThresholdsThatNoCaseCoversAreListed() {
        RuleBookWithCases book = RuleBookWithCases.in(folder).with(SWITCH);
        String few = book.test().out();
        assertThat(few).contains("\n\nCovered by no case\n", ": fires in no case.\n", " more: --all.\n");
        assertThat(few.lines()).hasSizeLessThan(20).allMatch(line -> line.length() <= 80);
        assertThat(book.test("--all").out().replaceAll("\\s+", " "))
                .contains("sco_paralysed: fires in no case.")
                .contains("switch_holds: shock_suddenness at least high decides in no case.")
                .doesNotContain("switch_holds: fires", "sco_paralysed: sco");
        assertThat(book.test("--format", "json").out())
                .contains("\"gaps\": [", "\"rule\": \"sco_paralysed\"", "\"indicator\": \"shock_suddenness\"");
        assertThat(book.test("switch-holds", "--format", "json").out()).doesNotContain("gaps");
        assertThat(Invocation.of("rules", "test", "--format", "json").out()).contains("\"gaps\": []");
    }

    @Test
    void bookWithoutCasesIsReported() throws IOException {
        RuleBookWithCases book = RuleBookWithCases.in(folder);
        Path cases = folder.resolve("cases");
        Invocation none = book.test();
        assertThat(none)
                .isEqualTo(new Invocation(66, "", "entente: the rule book has no cases: not found: " + cases + ".\n"));
        Files.createDirectory(cases);
        assertThat(book.test()).isEqualTo(none);
    }

    @Test
    void jsonCountsAndListsEveryCase() {
        Invocation run = RuleBookWithCases.in(folder).with("wrong").with("bad").test("--format", "json");
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\"cases\": 7,", "\"held\": 1,", "\"failed\": 6,")
                .contains("\"case\": \"thresholds/western_markets_matter_high\"")
                .contains("\"file\": \"bad-thresholds.json\"");
    }
}

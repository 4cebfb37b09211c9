package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.BookFolder;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two small rule books; the second has one more indicator and a larger weight of the market. */
class CompareBooksTest {

    private static final Path BASE = BookFolder.BASE;
    private static final String CENTURY = """
              - id: common_ideas
                group: shock
                label: "Ideas in common"
                unit: "ordinal"
                range: [0, 4]
                partnership: "+"
                alliance: "+"
                anchors: {"0": "none", "1": "few", "2": "some", "3": "many", "4": "all"}
                source: "Judgement"
                cites: ["§6 ¶3"]
            """;
    private static final String RULE = """

            rule "Ideas in common bring an alliance nearer."
                @id( ideas )
                @group( shock )
                @alliance( STRONGLY_FOR )
                @assumption( "a test" )
            when
                GradedReading( indicator == "common_ideas", atLeast( Grade.HIGH ) )
            then
            end
            """;

    @TempDir
    private Path folder;

    private Path scenario;
    private Path richer;

    @BeforeEach
    void books() throws IOException {
        richer = copy("richer");
        append(richer.resolve("indicators.yaml"), CENTURY);
        append(richer.resolve("claims.drl"), RULE);
        replace(richer.resolve("claims.drl"), "@alliance( STRONGLY_AGAINST )", "@alliance( DECISIVELY_AGAINST )");
        scenario = scenario("\"export_share_pct\": 20, \"border_incident\": 0");
    }

    private Path copy(String name) {
        return BookFolder.copy(BASE, folder.resolve(name)).folder();
    }

    private static void append(Path file, String text) {
        new BookFolder(file.getParent()).append(file.getFileName().toString(), text);
    }

    private static void replace(Path file, String old, String fresh) {
        new BookFolder(file.getParent()).replace(file.getFileName().toString(), old, fresh);
    }

    private Path scenario(String readings) throws IOException {
        return Files.writeString(
                folder.resolve("small.json"),
                "{\"id\": \"small\", \"title\": \"A small world\", \"horizonYears\": 5, \"readings\": {" + readings
                        + "}}");
    }

    private Invocation compare(Object... more) {
        Object[] args = Stream.concat(Stream.of("compare", scenario, "--rules", BASE + "," + richer), Stream.of(more))
                .toArray();
        return Invocation.of(args);
    }

    /** Replaces the folder, which differs in each run. */
    private String stable(String text) {
        return text.replace(richer.toString(), "richer");
    }

    @Test
    void comparisonMatchesTheGolden() {
        Invocation run = compare();
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        Path golden = Golden.RESOURCES.resolve("golden").resolve("compare");
        Golden.check(golden.resolve("two-books.txt"), stable(run.out()));
        Golden.check(
                golden.resolve("two-books.md"), stable(compare("--format", "md").out()));
    }

    @Test
    void eachVerdictMatchesAssessingUnderTheBook() {
        assertThat(Invocation.of("assess", scenario, "--rules", BASE, "--format", "csv")
                        .out())
                .contains("4.2");
        assertThat(Invocation.of("assess", scenario, "--rules", richer, "--format", "csv")
                        .out())
                .contains("1.0");
        assertThat(compare().out()).contains("4.2 % under A, 1.0 % under B: −3.2 percentage points.");
    }

    @Test
    void indicatorsOfOneBookAreAccepted() throws IOException {
        scenario("\"export_share_pct\": 1, \"common_ideas\": 4");
        Invocation run = compare();
        assertThat(run.code()).isZero();
        // Twice the odds of 8 percent.
        assertThat(run.out()).contains("8.0 % under A, 14.8 % under B: +6.8 percentage points.");
        assertThat(run.out()).contains("Ideas in common: reads 4");
        assertThat(compare("--without", "ideas").out()).contains("8.0 % under both.");
        assertThat(compare("--set", "common_ideas=0").out()).contains("8.0 % under both.");
    }

    @Test
    void assumptionsApplyOnlyToTheBookThatHasThem() throws IOException {
        Path assumptions =
                Files.writeString(folder.resolve("cuts.json"), "{\"cutPoints\": {\"common_ideas\": [1, 2, 3, 4]}}");
        Invocation run = compare("--assumptions", assumptions);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("4.2 % under A, 1.0 % under B");
    }

    @Test
    void unknownOrUnreadableFieldsAreRejectedWithTheBookName() throws IOException {
        scenario("\"export_share\": 1");
        Invocation unknown = compare();
        assertThat(unknown.code()).isEqualTo(65);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("read by " + BASE).contains("Did you mean export_share_pct?");
        scenario("\"export_share_pct\": 50");
        replace(richer.resolve("indicators.yaml"), "range: [0, 60]", "range: [0, 40]");
        Invocation narrower = compare();
        assertThat(narrower.code()).isEqualTo(65);
        assertThat(narrower.err())
                .contains("read by " + richer)
                .contains("50 lies outside the range of export_share_pct");
    }

    @Test
    void invalidFileDoesNotStopTheOthers() {
        assertThat(compare("nowhere.json").code()).isEqualTo(1);
        assertThat(compare("nowhere.json").out()).isEqualTo(compare().out());
        assertThat(Invocation.of("compare", "nowhere.json", "--rules", BASE + "," + richer)
                        .code())
                .isEqualTo(66);
    }

    @Test
    void discriminatorsMatchSettingTheReading() {
        assertThat(compare().out()).contains("At 0, very low: 4.2 % and 1.0 %; at 4, very high: 30.3 % and 8.0 %.");
        assertThat(compare("--set", "treaty_commitment_level=4").out()).contains("30.3 % under A, 8.0 % under B");
        assertThat(compare("--set", "treaty_commitment_level=0").out()).contains("4.2 % under A, 1.0 % under B");
    }

    @Test
    void faultNamesItsBook(@TempDir Path broken) throws IOException {
        Files.writeString(broken.resolve("empty.drl"), "");
        Invocation run = Invocation.of("compare", "scenarios/baseline-2018.json", "--rules", BASE + "," + broken);
        assertThat(run.code()).isEqualTo(78);
        assertThat(run.err()).contains(broken.resolve("indicators.yaml") + ": The folder has no indicators.yaml.");
    }

    @Test
    void exitCodeReportsAFlipOnlyOnRequest() {
        Object[] far = {"--set", "treaty_commitment_level=4"};
        assertThat(compare(far).code()).isZero();
        assertThat(compare("--set", "treaty_commitment_level=4", "--exit-code").code())
                .isEqualTo(1);
        assertThat(compare("--exit-code").code()).isZero();
    }

    @Test
    void exactlyTwoValidBooksAreRequired() throws IOException {
        assertThat(Invocation.of("compare", scenario, "--rules", BASE + "," + richer + "," + BASE)
                        .code())
                .isEqualTo(64);
        assertThat(Invocation.of("compare", scenario, "--rules", BASE + ",nowhere")
                        .code())
                .isEqualTo(78);
        replace(richer.resolve("claims.drl"), "Grade.MODERATE", "Grade.MILD");
        assertThat(compare().code()).isEqualTo(78);
    }

    @Test
    void bookNameMayContainAComma() throws IOException {
        Path comma = copy("with,comma");
        Invocation run = Invocation.of("compare", scenario, "--set", "export_share_pct=1", "--rules", comma);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("8.0 % against 4.2 %: +3.8 percentage points");
    }

    @Test
    void sameBookTwiceHasNoDifferences() {
        Invocation run = Invocation.of("compare", Invocation.BASELINE, "--rules", Shipped.RULES + "," + Shipped.RULES);
        assertThat(run.out()).contains("6.0 % under both.").contains("None: no single reading changes the gap.");
    }

    @Test
    void jsonConformsToItsSchema() {
        JsonSchemas schema = JsonSchemas.named("book-comparison");
        String json = compare("--format", "json").out();
        assertThat(schema.problems(json)).isEmpty();
        assertThat(schema.unnoticed(json))
                // Groups and rules that only one book has.
                .containsExactlyInAnyOrder(
                        "#/scenarios/0/groups/0/first",
                        "#/scenarios/0/groups/0/second",
                        "#/scenarios/0/counting/0/first",
                        "#/scenarios/0/counting/0/second");
        assertThat(Invocation.of("scenario", "schema", "book-comparison").out()).isEqualTo(JsonSchemas.text("book-comparison"));
    }
}

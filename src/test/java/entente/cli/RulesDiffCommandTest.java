package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.wording.Figures;
import entente.report.wording.Wording;
import entente.scoring.Assessor;
import entente.testkit.BookFolder;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RulesDiffCommandTest {

    private static final String WILL = """
            package entente.rules

            import entente.model.Grade
            import entente.model.GradedReading

            rule "Where the two negotiate an alliance, hardly anything else matters."
                @id( will_outweighs )
                @group( non_alignment )
                @alliance( DECISIVELY_FOR )
                @assumption( "a test" )
            when
                GradedReading( indicator == "political_will_to_ally", grade >= Grade.HIGH )
            then
            end
            """;

    @TempDir
    private Path folder;

    /** One rule added, one renamed, two changed (one in wording only), one weight and one cut point changed. */
    private Path edited() throws IOException {
        BookFolder book = BookFolder.copy(Shipped.RULES, folder.resolve("edited"))
                .replace("weights.yaml", "points: 0.3", "points: 0.4")
                .replace("us_reaction.drl", "@alliance( MODERATELY_AGAINST )", "@alliance( SLIGHTLY_AGAINST )")
                .replace(
                        "regional_counterbalancing.drl",
                        "steps that would alarm the region",
                        "steps that would alarm them")
                .replace("cooperation.drl", "@id( trade_grown )", "@id( trade_sizeable )")
                .replace("indicators.yaml", "{from: 18, grade: VERY_HIGH", "{from: 19, grade: VERY_HIGH");
        Files.writeString(book.folder().resolve("mine.drl"), WILL);
        return book.folder();
    }

    private static Invocation diff(Object... args) {
        return Invocation.of("rules", "diff", args);
    }

    private static String stable(String text, Path book) {
        return text.replace(book.toString(), "edited");
    }

    @Test
    void differencesMatchTheGoldens() throws IOException {
        Path book = edited();
        Path golden = Golden.RESOURCES.resolve("golden").resolve("rules-diff");
        Invocation run = diff(Shipped.RULES, book).quiet();
        String text = stable(run.out(), book);
        assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        Golden.check(golden.resolve("edited.txt"), text);
        Golden.check(
                golden.resolve("edited.md"),
                stable(diff(Shipped.RULES, book, "--format", "md").out(), book));
    }

    @Test
    void verdictsMatchAssessingUnderEachBook() throws IOException {
        Path book = edited();
        Path scenario = Shipped.SCENARIOS.resolve("total-decoupling.json");
        Scenario decoupling = Shipped.scenario("total-decoupling");
        Assessment edited = new Assessor(Shipped.open(book)).assess(decoupling);
        assertThat(Invocation.output("assess", scenario, "--rules", book, "--format", "json"))
                .contains("\"percent\": "
                        + Wording.figure(edited.verdict().likelihood().value()) + ",");
        Figures.Pair pair = Figures.ICD203.pair(
                Shipped.ASSESSOR.assess(decoupling).verdict().likelihood(),
                edited.verdict().likelihood());
        assertThat(diff(Shipped.RULES, book, "--corpus", scenario).out())
                .containsPattern(
                        "\\(total-decoupling\\) +" + Wording.plain(pair.before() + " +" + pair.after()) + " +\\+");
    }

    @Test
    void sameBookHasNoDifferences() {
        Invocation run = diff(Shipped.RULES, Shipped.RULES, "--exit-code").ok();
        assertThat(run.out())
                .contains("The two rule books are identical.")
                .doesNotContain("Verdicts", "Rules added", "Numbers");
    }

    @Test
    void oneBookIsComparedWithTheBookInRules() throws IOException {
        Path book = edited();
        assertThat(diff(Shipped.RULES, "--rules", book)).isEqualTo(diff(Shipped.RULES, book));
    }

    /** A verdict moves if and only if anything of it differs in JSON; the text lists those and no others. */
    @Test
    @Tag("thorough")
    void everyVerdictThatMovesIsListed() throws IOException {
        Path book = edited();
        JsonNode scenarios =
                diff(Shipped.RULES, book, "--format", "json").json().get("scenarios");
        String text = diff(Shipped.RULES, book, "--all").flat();
        assertThat(scenarios).hasSameSizeAs(Shipped.scenarioIds());
        int moved = 0;
        for (JsonNode scenario : scenarios) {
            String id = scenario.get("scenario").asString();
            boolean moves = !scenario.get("before").equals(scenario.get("after"));
            assertThat(text.contains("(" + id + ")")).as(id).isEqualTo(moves);
            moved += moves ? 1 : 0;
        }
        assertThat(moved).isBetween(10, scenarios.size());
        assertThat(scenarios.get(0).get("flips").asBoolean()).as("flips first").isTrue();
        assertThat(text)
                .containsPattern(
                        "\\(total-decoupling\\) [\\d.]+ % [\\d.]+ % \\+[\\d.]+ roughly even → likely interval ");
    }

    @Test
    void exitCodeReportsAFlipOnlyOnRequest() throws IOException {
        Path book = edited();
        diff(Shipped.RULES, book, "--exit-code").expect(1);
        diff(Shipped.RULES, book, "--exit-code", "--corpus", Invocation.BASELINE)
                .ok();
    }

    @Test
    @Tag("thorough")
    void invalidScenariosOfACorpusDoNotStopTheOthers() throws IOException {
        Path book = edited();
        diff(Shipped.RULES, book, "--corpus", "nowhere").expect(66);
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("bad.json"), "{}");
        diff(Shipped.RULES, book, "--corpus", corpus).expect(65);
        Files.copy(Invocation.BASELINE, corpus.resolve("good.json"));
        Invocation some = diff(Shipped.RULES, book, "--corpus", corpus).expect(1);
        assertThat(some.out()).contains("Of one verdict, ");
        assertThat(some.err()).contains("bad.json");
    }

    @Test
    @Tag("thorough")
    void jsonConformsToItsSchema() throws IOException {
        Path book = edited();
        JsonSchemas schema = JsonSchemas.named("rules-diff");
        assertThat(schema.problems(diff(Shipped.RULES, book, "--format", "json").out()))
                .isEmpty();
        String one = diff(Shipped.RULES, book, "--format", "json", "--corpus", "total-decoupling")
                .out();
        assertThat(schema.unnoticed(one))
                .allMatch(member ->
                        member.matches(".*/(alliance|partnership|projectAssumption|ceiling|relationship|card|step)"));
    }
}

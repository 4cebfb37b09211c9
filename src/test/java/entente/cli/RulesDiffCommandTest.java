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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
                GradedReading( indicator == "political_will_to_ally", atLeast( Grade.HIGH ) )
            then
            end
            """;

    @TempDir
    private Path folder;

    /** One rule added, one renamed, two changed (one in wording only), one weight and one cut point changed. */
    private Path edited() throws IOException {
        return edited("edited");
    }

    private Path edited(String name) throws IOException {
        BookFolder book = BookFolder.copy(Shipped.RULES, folder.resolve(name))
                .replace("weights.yaml", "points: 0.6", "points: 0.7")
                .replace("us_reaction.drl", "@alliance( STRONGLY_AGAINST )", "@alliance( MODERATELY_AGAINST )")
                .replace(
                        "regional_counterbalancing.drl",
                        "steps that would alarm the region",
                        "steps that would alarm them")
                .replace("cooperation.drl", "@id( trade_large )", "@id( trade_sizeable )")
                .replace("indicators.yaml", "{from: 18, grade: VERY_HIGH", "{from: 19, grade: VERY_HIGH");
        Files.writeString(book.folder().resolve("mine.drl"), WILL);
        return book.folder();
    }

    private static Invocation diff(Object... args) {
        Object[] all = new Object[args.length + 2];
        all[0] = "rules";
        all[1] = "diff";
        System.arraycopy(args, 0, all, 2, args.length);
        return Invocation.of(all);
    }

    private static String stable(String text, Path book) {
        return text.replace(book.toString(), "edited");
    }

    @Test
    void differencesMatchTheGoldens() throws IOException {
        Path book = edited();
        Path golden = Golden.RESOURCES.resolve("golden").resolve("rules-diff");
        Invocation run = diff(Shipped.RULES, book);
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        String text = stable(run.out(), book);
        assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        Golden.check(golden.resolve("edited.txt"), text);
        Golden.check(
                golden.resolve("edited.md"),
                stable(diff(Shipped.RULES, book, "--format", "md").out(), book));
        assertThat(diff(Shipped.RULES, Shipped.RULES, "--all").out()).contains("Scenarios that stay as they are");
    }

    @Test
    void verdictsMatchAssessingUnderEachBook() throws IOException {
        Path book = edited();
        Path scenario = Shipped.SCENARIOS.resolve("total-decoupling.json");
        assertThat(Invocation.of("assess", scenario, "--rules", book).out()).contains(": 54.9 %.");
        assertThat(diff(Shipped.RULES, book, "--corpus", scenario).out())
                .contains("(total-decoupling)                                  51.3 %    54.9 %      +3.6");
    }

    @Test
    void sameBookHasNoDifferences() {
        Invocation run = diff(Shipped.RULES, Shipped.RULES, "--exit-code");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("The two rule books are identical.")
                .doesNotContain("Shares", "Rules added", "Numbers");
    }

    @Test
    void oneBookIsComparedWithTheBookInRules() throws IOException {
        Path book = edited();
        assertThat(diff(Shipped.RULES, "--rules", book)).isEqualTo(diff(Shipped.RULES, book));
        assertThat(diff().code()).isEqualTo(64);
        assertThat(diff("a", "b", "c", "d"))
                .isEqualTo(
                        new Invocation(
                                64,
                                "",
                                "entente: rules diff takes at most two rule books, not 4.\nHelp: ./entente rules diff --help\n"));
    }

    @Test
    @Tag("thorough")
    void intervalsAreComparedByTheirWidth() throws IOException {
        Path book = BookFolder.copy(Shipped.RULES, folder.resolve("wider"))
                .replace("trade_dependency.drl", "@alliance( MODERATELY_AGAINST )", "@alliance( STRONGLY_AGAINST )")
                .folder();
        JsonNode scenarios = new JsonMapper()
                .readTree(diff(Shipped.RULES, book, "--format", "json").out())
                .get("scenarios");
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode scenario : scenarios) {
            double wider = width(scenario.get("after")) - width(scenario.get("before"));
            boolean same = scenario.at("/after/lowPercent").equals(scenario.at("/before/lowPercent"));
            String expected = wider > 0.05 ? "WIDENS" : wider < -0.05 ? "NARROWS" : same ? "SAME" : "MOVES";
            assertThat(scenario.get("interval").asString())
                    .as(scenario.get("scenario").asString())
                    .isEqualTo(expected);
            counts.merge(expected, 1, Integer::sum);
        }
        assertThat(counts).containsKeys("NARROWS", "SAME");
        String text = diff(Shipped.RULES, book).out().replaceAll("\\s+", " ");
        assertThat(text).contains("Intervals that change A, % B, % width, pp");
        String back = diff(book, Shipped.RULES).out().replaceAll("\\s+", " ");
        assertThat(back).containsPattern("\\. \\w+ intervals? widens?, ");
    }

    private static double width(JsonNode verdict) {
        return verdict.get("highPercent").asDouble() - verdict.get("lowPercent").asDouble();
    }

    @Test
    @Tag("thorough")
    void changedWordingHasNoEffectOnVerdicts() {
        Path book = BookFolder.copy(Shipped.RULES, folder.resolve("wording"))
                .replace("weights.yaml", "Odds times 1.035.", "Odds times 1.0351.")
                .folder();
        assertThat(diff(Shipped.RULES, book).out())
                .contains("Texts alone differ")
                .contains(
                        "Of %d verdicts, none flips, %<d stay."
                                .formatted(Shipped.scenarioIds().size()),
                        Shipped.scenarioIds().size() + " intervals stay.");
    }

    @Test
    void exitCodeReportsAFlipOnlyOnRequest() throws IOException {
        Path book = edited();
        assertThat(diff(Shipped.RULES, book, "--exit-code").code()).isEqualTo(1);
        assertThat(diff(Shipped.RULES, book, "--exit-code", "--corpus", Invocation.BASELINE)
                        .code())
                .isZero();
    }

    @Test
    @Tag("thorough")
    void flippedRelationshipIsAttributedByDepth() {
        Path book = BookFolder.copy(Shipped.RULES, folder.resolve("deeper"))
                .replace("cooperation.drl", "@partnership( SLIGHTLY_FOR )", "@partnership( DECISIVELY_FOR )")
                .folder();
        Invocation run = diff(Shipped.RULES, book, "--corpus", Shipped.SCENARIOS.resolve("status-quo-2025.json"));
        assertThat(run.out())
                .contains("One rule changed.", "Of one verdict, one flips.")
                .contains("10.0 %    10.0 %      ±0.0")
                .contains("from strategic partnership to informal alliance")
                .contains("depth of the partnership +9.50 points: all by trade_grown");
    }

    @Test
    @Tag("thorough")
    void invalidBooksAndScenariosAreRejected() throws IOException {
        Path book = edited();
        assertThat(diff(Shipped.RULES, "nowhere").code()).isEqualTo(78);
        assertThat(diff(Shipped.RULES, book, "--corpus", "nowhere").code()).isEqualTo(66);
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(corpus.resolve("bad.json"), "{}");
        assertThat(diff(Shipped.RULES, book, "--corpus", corpus).code()).isEqualTo(65);
        Files.copy(Invocation.BASELINE, corpus.resolve("good.json"));
        Invocation some = diff(Shipped.RULES, book, "--corpus", corpus);
        assertThat(some.code()).isEqualTo(1);
        assertThat(some.out()).contains("Of one verdict, ");
        assertThat(some.err()).contains("bad.json");
    }

    @Test
    @Tag("thorough")
    void jsonConformsToItsSchema() throws IOException {
        JsonSchemas schema = JsonSchemas.named("rules-diff");
        String json = diff(Shipped.RULES, edited(), "--format", "json").out();
        assertThat(schema.problems(json)).isEmpty();
        assertThat(Invocation.of("scenario", "schema", "rules-diff").out()).isEqualTo(JsonSchemas.text("rules-diff"));
        String one = diff(
                        Shipped.RULES,
                        edited("again"),
                        "--format",
                        "json",
                        "--corpus",
                        Shipped.SCENARIOS.resolve("total-decoupling.json"))
                .out();
        assertThat(schema.unnoticed(one))
                .allMatch(member -> member.matches(".*/(alliance|partnership|projectAssumption|ceiling|relationship)"));
    }
}

package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Grade;
import entente.model.Percent;
import entente.report.wording.Figures;
import entente.report.wording.Wording;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Flips, sensitivities and explorations of one scenario, and comparisons of several. */
class AnalysisCommandsTest {

    private static final String SCENARIO = "scenarios/status-quo-2025.json";

    /** Brings the scenario so close to the next band that a smaller share of exports to the West reaches it. */
    private static final String WILLING = "political_will_to_ally=2";

    private static final String CUT = Wording.figure(Shipped.cut("prc_export_share_west5_pct", Grade.LOW));

    @TempDir
    private Path folder;

    private static String text(Object... command) {
        return Invocation.of(command).quiet().flat();
    }

    @Test
    void flipOfAChangedScenarioShowsTheCutPointAndTheCommandWithAllChanges() {
        assertThat(text("flip", SCENARIO, "--set", WILLING, "--to", "very_unlikely"))
                .contains("Now almost no chance (1–5 %): "
                        + Shipped.percent("status-quo-2025", Map.of("political_will_to_ally", "2")) + ".")
                .contains("below " + CUT + " %, very low (now 24.7 %, moderate).");
        assertThat(text("flip", SCENARIO, "--set", WILLING, "--without", "mutual_mistrust", "--up"))
                .contains("./entente assess " + SCENARIO + " --set " + WILLING + " --without mutual_mistrust --set ");
    }

    @Test
    void allShowsEverySetAlsoOneThatBarelyCrossesTheEdge() {
        int sets = Invocation.json("flip", SCENARIO, "--up").get("flips").size();
        assertThat(text("flip", SCENARIO, "--up", "--all").split(" moved ")).hasSize(sets + 1);
        assertThat(text("flip", SCENARIO, "--up").split(" moved ")).hasSize(sets);
    }

    @Test
    void reportsWhenThereIsNoFlip() {
        assertThat(text("flip", SCENARIO, "--to", "almost_certain", "--max-size", "1"))
                .contains("No single change brings almost certain (95–99 %).");
        assertThat(text("flip", "sino-soviet-alliance-1950", "--up")).contains("There is no higher band.");
        assertThat(text("flip", "russian-turn-west", "--down")).contains("There is no lower band.");
    }

    @Test
    void intervalIsShownAndWithoutReadingsThereIsNoVerdict() {
        assertThat(text("flip", "status-conflict-1958", "--up"))
                .contains("Now very unlikely (5–20 %): " + Shipped.percent("status-conflict-1958", Map.of())
                        + ", on what is rated or assumed; the open readings allow "
                        + Wording.plain(Wording.percent(Shipped.assess("status-conflict-1958")
                                .verdict()
                                .interval()
                                .low()))
                        + " to ");
        String nothing = "{\"id\": \"n\", \"title\": \"N\", \"readings\": {}}";
        assertThat(Invocation.fed(nothing, "flip", "-", "--up").out())
                .contains("Nothing is rated, so there is no verdict: the base rate alone gives "
                        + Shipped.percent(Shipped.ASSESSOR.assess(Shipped.parse(nothing))) + ".");
    }

    @Test
    void lockedGroupIsLeftAlone() {
        String share = "China's exports to 5 Western markets";
        assertThat(text("flip", SCENARIO, "--set", WILLING, "--up")).contains(share);
        assertThat(text("flip", SCENARIO, "--set", WILLING, "--up", "--lock", "trade_dependency"))
                .doesNotContain(share);
    }

    private static JsonNode sensitivity(String... options) {
        return Invocation.json("sensitivity", SCENARIO, options);
    }

    @Test
    void allListsReadingsWithoutEffect() {
        JsonNode some = sensitivity();
        int ineffective = some.get("changingNothing").intValue();
        assertThat(ineffective).isPositive();
        assertThat(some.get("readings")).hasSize(Shipped.indicators() - ineffective);
        assertThat(sensitivity("--all").get("readings")).hasSize(Shipped.indicators());
        assertThat(text("sensitivity", SCENARIO, "--all"))
                .contains("Suddenness of a shock to both")
                .doesNotContain("change nothing");
        assertThat(text("sensitivity", SCENARIO)).doesNotContain("Suddenness of a shock to both");
    }

    @Test
    void changesApplyBeforeTheSensitivity() throws IOException {
        assertThat(text("sensitivity", SCENARIO, "--set", WILLING, "--set", "prc_export_share_west5_pct=unknown"))
                .contains("very unlikely (5–20 %) below " + CUT + " %; almost no chance (1–5 %) at " + CUT
                        + " % or more; not rated.");
        assertThat(text("sensitivity", SCENARIO, "--without", "commitment"))
                .contains("One assumption differs from the book.")
                .doesNotContain("The likelihood moves most with “What the treaty");
        Path cuts = Files.writeString(
                folder.resolve("cuts.json"), "{\"cutPoints\": {\"prc_export_share_west5_pct\": [10, 18, 25, 33]}}");
        assertThat(text("sensitivity", SCENARIO, "--set", WILLING, "--assumptions", cuts))
                .contains("very unlikely (5–20 %) below 10 %; now 24.7 %.");
    }

    /** Reach up to seven verdicts. */
    private static final List<String> MANY_VERDICTS = Stream.of(
                    "border_or_proxy_incident",
                    "treaty_commitment_level",
                    "political_will_to_ally",
                    "shared_shock_severity",
                    "shock_suddenness",
                    "prc_export_share_west5_pct",
                    "interoperability_stage",
                    "us_reaction_severity_expected")
            .flatMap(indicator -> Stream.of("--set", indicator + "=any"))
            .toList();

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void explorationFitsOnAScreen(String scenario) {
        List<String> two = List.of("--set", "shock_suddenness=any", "--set", "prc_export_share_west5_pct=5..15..30");
        List<String> unrated = new ArrayList<>(two);
        unrated.add("--unrated-any");
        for (List<String> uncertain : List.of(List.<String>of(), two, unrated, MANY_VERDICTS)) {
            Invocation run = Invocation.of("explore", scenario, uncertain);
            String answer = run.out().replaceFirst("(?s)  Suppose that .*?\\n\\n", "");
            assertThat(answer.lines().count()).as("below what is supposed").isLessThanOrEqualTo(30);
            assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void scenarioWithoutUncertainReadingsSaysSo() throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.json"), "{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"shock_suddenness\": 1}}");
        assertThat(text("explore", file)).contains("No reading is uncertain: the likelihood is", "--unrated-any");
    }

    /** Full labels that a short one replaces, of barriers, drivers and indicators. */
    private static Map<String, String> shortLabels() {
        Map<String, String> labels = new TreeMap<>();
        var catalogue = Shipped.BOOK.book().catalogue();
        catalogue.indicators().forEach(one -> labels.put(Wording.label(one), one.shortLabel()));
        catalogue.groups().forEach(group -> labels.put(group.label(), group.shortLabel()));
        labels.entrySet().removeIf(label -> label.getKey().startsWith(label.getValue()));
        return labels;
    }

    /** Lines of Markdown without the characters before the first letter. */
    private static List<String> rows(String command) {
        return Invocation.output(command.split(" ", -1), "--format", "md")
                .lines()
                .map(line -> line.replaceFirst("^[|\\-* ]+(?:&[a-z]+; ?)*", ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sensitivity status-quo-2025 --all",
                "flip status-quo-2025 --up --max-size 2",
                "compare baseline-2018 status-quo-2025"
            })
    void rowsBeginWithShortLabels(String command) {
        assertThat(rows(command))
                .noneMatch(row -> shortLabels().keySet().stream().anyMatch(row::startsWith))
                .anyMatch(row -> shortLabels().values().stream().anyMatch(row::startsWith));
    }

    @Test
    void explanationsHaveFullLabels() {
        assertThat(rows("assess status-conflict-1958 --explain full"))
                .anyMatch(row -> row.startsWith("Expected severity of US reaction"));
        assertThat(rows("assess status-quo-2025 --explain full"))
                .anyMatch(row -> row.startsWith("Reaction of the United States"));
    }

    private static final Path THEN = Invocation.BASELINE;
    private static final Path NOW = Shipped.SCENARIOS.resolve("status-quo-2025.json");
    private static final Path DECOUPLED = Shipped.SCENARIOS.resolve("total-decoupling.json");
    private static final Path GOLDEN = Golden.RESOURCES.resolve("golden").resolve("compare");
    private static final Path ASSUMPTIONS = Golden.RESOURCES.resolve("assumptions.json");

    @Test
    void comparisonsMatchTheGoldens() {
        String text = printed("compare", THEN, NOW, "--assumptions", ASSUMPTIONS);
        Golden.checkFolder(
                GOLDEN,
                Map.of(
                        "2018-and-later-otherwise.txt",
                        text,
                        "2018-with-2025.md",
                        printed("compare", THEN, NOW, "--format", "md")));
        String several = printed("compare", NOW, "--assumptions", ASSUMPTIONS, "--without", "convergent_shock");
        for (String each : List.of(text, several)) {
            assertThat(each.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        }
    }

    private static String printed(Object... args) {
        return Invocation.of(args).quiet().out();
    }

    @Test
    void eachFurtherScenarioIsComparedWithTheFirst() {
        Invocation run = Invocation.of("compare", THEN, NOW, DECOUPLED).ok();
        assertThat(run.flat()).contains(against("status-quo-2025") + ": ", against("total-decoupling") + ": ");
        assertThat(run.out()).contains("\nC  Total decoupling within a year");
        assertThat(run.out().split("A  The article's moment", -1)).hasSize(2);
    }

    /** The factor is that of the unrounded values, and none is printed of what is held at an end of the scale. */
    @Test
    void smallLikelihoodsAreComparedByAFactor() {
        double ratio = unrounded("status-quo-2025") / unrounded("baseline-2018");
        assertThat(Figures.times(ratio)).isNotEmpty();
        assertThat(Invocation.of("compare", THEN, NOW).flat())
                .contains(against("status-quo-2025") + ": " + Figures.times(ratio) + " before rounding, +");
        String low = "scenarios/russian-turn-west.json";
        assertThat(Shipped.assess("russian-turn-west").verdict().likelihood()).isEqualTo(Percent.LOWEST);
        assertThat(Invocation.of("compare", NOW, low).flat())
                .contains("≤ 0.1 % against ")
                .doesNotContain("as likely");
        assertThat(Invocation.of("compare", low, "--set", "us_reaction_severity_expected=4")
                        .flat())
                .contains("≤ 0.1 % in both, an end of the scale, beyond which no difference shows.");
    }

    private static double unrounded(String id) {
        return Shipped.assess(id).balance().result().percent();
    }

    private static String against(String id) {
        Figures.Pair pair = Figures.ICD203.pair(
                Shipped.assess("baseline-2018").verdict().likelihood(),
                Shipped.assess(id).verdict().likelihood());
        return Wording.plain(pair.after() + " against " + pair.before());
    }

    @Test
    void changesApplyToAllButTheFirst() {
        Invocation run = Invocation.of("compare", THEN, THEN, "--set", "political_will_to_ally=3");
        assertThat(run.out()).contains("Will of both leaderships to ally: from 0 (0 to 1), very low, to 3, high,");
        assertThat(run).isEqualTo(Invocation.of("compare", THEN, "--set", "political_will_to_ally=3"));
    }

    @Test
    void sameScenarioTwiceHasNoDifferences() {
        assertThat(Invocation.output("compare", NOW, NOW))
                .contains("Nothing differs")
                .doesNotContain("Verdicts");
    }

    @Test
    void differencesWithoutEffectAreStated() {
        Invocation run = Invocation.of("compare", NOW, "--set", "prc_export_share_us_pct=11.2");
        assertThat(run.out())
                .contains(Shipped.percent(Shipped.assess("status-quo-2025"))
                        + " in both: what differs does not move the likelihood.")
                .contains("One reading differs but keeps its grade");
    }

    @Test
    void standardInputIsAccepted() throws IOException {
        Invocation run = Invocation.fed(Files.readString(NOW), "compare", THEN, "-");
        assertThat(run).isEqualTo(Invocation.of("compare", THEN, NOW));
        Invocation alone = Invocation.fed(Files.readString(NOW), "compare", "-", "--set", "political_will_to_ally=3");
        assertThat(alone.out()).contains("Will of both leaderships to ally: from 0 (0 to 1), very low, to 3, high,");
    }

    @Test
    void exitCodeReportsAFlipOnlyOnRequest() {
        Invocation.of("compare", NOW, DECOUPLED).ok();
        Invocation.of("compare", NOW, DECOUPLED, "--exit-code").expect(1);
        Invocation.of("compare", NOW, "creeping-sanctions", "--exit-code").ok();
        // No other band, but another relationship.
        Invocation.of("compare", THEN, "--set", "central_asia_competition=4", "--exit-code")
                .expect(1);
    }

    @Test
    void folderMeansEveryScenarioInIt() throws IOException {
        for (String id : List.of("baseline-2018", "status-quo-2025")) {
            Files.copy(Shipped.SCENARIOS.resolve(id + ".json"), folder.resolve(id + ".json"));
        }
        assertThat(Invocation.of("compare", folder)).isEqualTo(Invocation.of("compare", THEN, NOW));
    }
}

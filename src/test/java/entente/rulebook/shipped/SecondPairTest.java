package entente.rulebook.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import entente.briefing.BriefingMedium;
import entente.model.Band;
import entente.model.Scenario;
import entente.model.assessment.Verdict;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.testkit.DynamicTests;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.Rendered;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The engine works for another pair of powers: every command, without the names of the first pair. */
class SecondPairTest {

    private static final Path RULES = Shipped.RULES.resolve("us-india");
    private static final Path SCENARIOS = Shipped.SCENARIOS.resolve("us-india");
    private static final LoadedRuleBook BOOK = Shipped.open(RULES);

    private static final Map<String, Band> EXPECTED = Map.of(
            "nuclear-deal-2008", Band.BELOW_ONE_PERCENT,
            "galwan-2020", Band.BELOW_ONE_PERCENT,
            "bad-bet-2023", Band.BELOW_ONE_PERCENT,
            "tariffs-2025", Band.BELOW_ONE_PERCENT,
            "chinese-offensive", Band.VERY_UNLIKELY);

    /** What each command prints; the scenarios are named by their ids. */
    private static final List<String> COMMANDS = List.of(
            "assess tariffs-2025",
            "assess tariffs-2025 --explain full",
            "assess tariffs-2025 --format md",
            "assess tariffs-2025 --format html",
            "assess tariffs-2025 --format json",
            "assess tariffs-2025 --inference drools",
            "assess scenarios/us-india",
            "assess scenarios/us-india --format csv",
            "assess --series scenarios/us-india",
            "explain bad-bet-2023",
            "flip galwan-2020 --to unlikely",
            "compare bad-bet-2023 tariffs-2025",
            "sensitivity chinese-offensive",
            "explore galwan-2020 --format md",
            "rules backtest scenarios/us-india",
            "validate scenarios/us-india",
            "scenario indicators",
            "scenario schema scenario",
            "rules list --format md",
            "rules show oil_from_russia",
            "rules test --all",
            "rules lint",
            "rules fingerprint");

    @TempDir
    private Path folder;

    static Invocation run(String command, Object... more) {
        return Invocation.of(command.split(" "), more, "--rules", RULES).ok();
    }

    @TestFactory
    Stream<DynamicTest> everyCommandAnswersAboutThisPair() {
        return COMMANDS.stream()
                .map(command -> DynamicTests.test(command, () -> {
                    Invocation done = run(command);
                    assertThat(FirstPair.namesIn(done.out() + done.err())).isEmpty();
                }));
    }

    @Test
    void verdictsAreTheExpectedOnes() {
        Map<String, Band> bands = new TreeMap<>();
        Assessor assessor = new Assessor(BOOK);
        for (Scenario scenario : Shipped.scenarios(BOOK)) {
            Verdict verdict = assessor.assess(scenario).verdict();
            bands.put(scenario.id(), verdict.likelihood().band());
            scenario.observed()
                    .ifPresent(outcome -> assertThat(verdict.relationships()).contains(outcome.relationship()));
        }
        assertThat(bands).isEqualTo(EXPECTED);
    }

    @Test
    void wordsComeFromTheBook() {
        assertThat(run("assess tariffs-2025").flat())
                .contains("In force: a framework of cooperation in defence.", "Kalyanaraman (2019)");
        assertThat(run("flip galwan-2020 --to unlikely").flat())
                .contains("galwan-2020 --rules " + RULES + " --set political_will_to_ally=4");
    }

    @Test
    void briefingsInEveryMediumNameThisPair() throws IOException {
        run("brief bad-bet-2023 --format html,pdf,docx,md,json --out", folder);
        for (BriefingMedium medium : BriefingMedium.values()) {
            String ending = medium.name().toLowerCase(Locale.ROOT);
            checkBriefing(ending, Rendered.text(medium, Files.readAllBytes(folder.resolve("bad-bet-2023." + ending))));
        }
    }

    private static void checkBriefing(String medium, String text) {
        assertThat(text.replaceAll("[\\s\u00A0]+", " "))
                .as(medium)
                .contains("operational alliance of the United States and India");
        assertThat(FirstPair.namesIn(text)).as(medium).isEmpty();
    }

    @Test
    void sheetIsReadAgainWithTheSameVerdict() throws IOException {
        Path sheet = folder.resolve("sheet.xlsx");
        run("scenario sheet tariffs-2025 -o", sheet);
        assertThat(FirstPair.namesIn(Rendered.parts(Files.readAllBytes(sheet)).get("xl/sharedStrings.xml")))
                .isEmpty();
        assertThat(run("assess", sheet).out()).contains("0.2 %");
        run("scenario init blank.xlsx --out", folder);
    }

    @Test
    void schemaBesideTheScenariosIsUpToDate() {
        Golden.checkExactly(
                SCENARIOS.resolve("scenario.schema.json"),
                run("scenario schema scenario").out());
    }

    @Test
    void scenarioOfAnotherBookIsRefused() {
        Invocation wrong =
                Invocation.of("assess", SCENARIOS.resolve("tariffs-2025.json")).expect(65);
        assertThat(wrong.err())
                .contains(
                        "The rule book, on China and Russia, does not know 14 of the 16 indicators", "OTHER_RULE_BOOK")
                .doesNotContain("Did you mean");
        Invocation back =
                Invocation.of("assess", Invocation.BASELINE, "--rules", RULES).expect(65);
        assertThat(back.err()).contains("The rule book, on the United States and India, does not know");
    }

    @Test
    void booksOnDifferentPairsAreNotCompared() {
        for (Invocation done : List.of(
                Invocation.of("rules", "diff", Shipped.RULES, RULES),
                Invocation.of("brief", Invocation.BASELINE, "--rival", RULES, "--out", folder))) {
            assertThat(done.code()).isEqualTo(78);
            assertThat(done.err()).contains("about China and Russia", "about the United States and India");
        }
    }

    /** Where a ceiling acts, texts name what the second book waits for, and never a shock or a clash. */
    @TestFactory
    Stream<DynamicTest> ceilingsAreSpokenOfInTheWordsOfTheBook() {
        return Map.of(
                        "assess tariffs-2025 --set treaty_commitment_level=4",
                        "because there is no attack on India",
                        "assess chinese-offensive --set us_ind_rift=4 --set treaty_commitment_level=4",
                        "after arms for the other's enemy",
                        "assess chinese-offensive --set prc_attack_severity=4 --set us_help_in_attack=4"
                                + " --set ind_autonomy_adherence=0 --set ind_combined_operations=4",
                        "The attack on India has opened the way",
                        "brief bad-bet-2023 --set treaty_commitment_level=4 --set us_ind_rift=2 --format html",
                        "Ceiling: the attack on India is missing or incomplete",
                        "brief chinese-offensive --format md",
                        ": without them, it would")
                .entrySet()
                .stream()
                .map(one -> DynamicTests.test(one.getKey(), () -> {
                    String text = run(one.getKey()).flat().replace("&#39;", "'");
                    assertThat(text).contains(one.getValue()).doesNotContain(" shock", " clash");
                }));
    }

    @Test
    void suppositionIsAnAlternativeAndNoPartOfTheHistory() {
        assertThat(run("assess --series scenarios/us-india").flat())
                .contains("on 2008-12-31, to 0.2 %", "Alternatives on 2025-11-30, against tariffs-2025 ")
                .containsPattern("Alternatives on .* chinese-offensive +12.1 %");
    }

    /** No text was read in full, and some are by authors who disagree: whoever sees a citation sees that, too. */
    @Test
    void citedTextsAreNamedWithWhatWasRead() {
        assertThat(run("brief bad-bet-2023").out().replace('\u00A0', ' '))
                .contains(
                        "24 cite what was read of Tellis (2023) and other texts",
                        "§4 Tellis, Great Expectations",
                        "a reader's summary, none of the text;",
                        "§5 S. Kalyanaraman",
                        "another author")
                .doesNotContain("encode Tellis", "Lack of the");
        for (String command : List.of("rules show framework_agreed", "explain bad-bet-2023 --rule framework_agreed")) {
            assertThat(run(command).flat())
                    .contains("§5 S. Kalyanaraman, Will India Ally with America?")
                    .doesNotContain("§4 Tellis");
        }
    }

    /** Assistants read it beside every rule book. */
    @Test
    void glossaryIsOfNoPair() throws IOException {
        String glossary = Files.readString(Shipped.RULES.resolveSibling("src/docs/glossary.md"));
        assertThat(FirstPair.namesIn(glossary)).isEmpty();
        assertThat(glossary).doesNotContain("rules/rival", "Korolev");
    }
}

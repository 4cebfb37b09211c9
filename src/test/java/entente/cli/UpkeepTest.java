package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Engine;
import entente.model.Indicator;
import entente.model.rule.Rule;
import entente.quality.cases.RuleBookWithCases;
import entente.testkit.BookFolder;
import entente.testkit.Golden;
import entente.testkit.InOrder;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The commands for maintaining scenarios and rules: cases, findings, single rules, histories, new scenarios and lists. */
class UpkeepTest {

    private static final Path GOLDEN = Golden.RESOURCES.resolve("golden");
    private static final Path SWITCH = Shipped.RULES.resolve("cases").resolve("switch-holds.json");

    @TempDir
    private Path folder;

    /** Of the shipped book no rule and no threshold is without a case, else it would be listed. */
    @Test
    void shippedBooksPassTheirCases() {
        Invocation run = Invocation.of("rules", "test");
        assertThat(run).isEqualTo(new Invocation(0, run.out(), ""));
        assertThat(run.out()).matches("\\d+ cases hold\\.\n");
        Invocation rival = Invocation.of("rules", "test", "--rules", Shipped.RULES.resolve("rival"))
                .ok();
    }

    @Test
    void eachKindOfExpectationCanFailAndShowsTheActualValue() {
        Invocation run = RuleBookWithCases.in(folder).with("wrong").test().expect(1);
        assertThat(run.err()).isEmpty();
        // How many rules no case covers grows with the book.
        Golden.check(GOLDEN.resolve("cases/wrong.txt"), run.out().replaceAll("and \\d+ more:", "and more:"));
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void invalidFilesAreReportedAndTheOthersRun() {
        Invocation run =
                RuleBookWithCases.in(folder).with("bad").with(SWITCH).test().expect(65);
        assertThat(run.out()).startsWith("1 case holds.\n");
        Golden.check(GOLDEN.resolve("cases/bad.txt"), run.err());
    }

    @Test
    void casesCanBeSelectedByFileAndByEntry() {
        RuleBookWithCases book = RuleBookWithCases.in(folder).with("wrong").with(SWITCH);
        assertThat(book.test("switch-holds").out()).isEqualTo("1 case holds.\n");
        book.test("switch-holds").ok();
        assertThat(book.test("thresholds/us_reads_alliance_as_offence").out()).startsWith("1 case fails, 0 hold.\n");
        assertThat(book.test("thresholds", "switch-holds").out()).startsWith("4 cases fail, 2 hold.\n");
        Invocation slip = book.test("switch-hold").expect(64);
        assertThat(slip.err())
                .isEqualTo("entente: there is no case switch-hold. Did you mean switch-holds?\n"
                        + "Help: ./entente rules test --help\n");
        book.test("thresholds/no_switch").expect(64);
    }

    @Test
    void unselectedInvalidFileIsNotReported() {
        RuleBookWithCases book = RuleBookWithCases.in(folder).with("bad").with(SWITCH);
        assertThat(book.test("switch-holds")).isEqualTo(new Invocation(0, "1 case holds.\n", ""));
        book.test("nothing").expect(65);
        assertThat(book.test("nothing").err()).startsWith("nothing.json: ").doesNotContain("thresholds");
    }

    @Test
    void allListsPassedCases() throws IOException {
        String sentence = Files.readString(SWITCH).replaceAll("(?s).*?\"sentence\": \"([^\"]+)\".*", "$1");
        String all = RuleBookWithCases.in(folder)
                .with(SWITCH)
                .test("switch-holds", "--all")
                .out();
        assertThat(all.lines()).allMatch(line -> line.length() <= 80);
        assertThat(all.replaceAll("\n +", " ")).isEqualTo("1 case holds.\n\nHolds: switch-holds: " + sentence + "\n");
    }

    @Test
    void rulesAndThresholdsThatNoCaseCoversAreListed() {
        RuleBookWithCases book = RuleBookWithCases.in(folder).with(SWITCH);
        String few = book.test().out();
        assertThat(few).contains("\n\nCovered by no case\n", ": fires in no case.\n", " more: --all.\n");
        assertThat(few.lines()).hasSizeLessThan(20).allMatch(line -> line.length() <= 80);
        assertThat(book.test("--all").flat())
                .contains("sco_paralysed: fires in no case.")
                .contains("switch_holds: shock_suddenness at least high decides in no case.")
                .doesNotContain("switch_holds: fires", "sco_paralysed: sco");
        assertThat(book.test("--format", "json").out())
                .contains("\"gaps\": [", "\"rule\": \"sco_paralysed\"", "\"indicator\": \"shock_suddenness\"");
        assertThat(book.test("switch-holds", "--format", "json").out()).doesNotContain("gaps");
        assertThat(Invocation.output("rules", "test", "--format", "json")).contains("\"gaps\": []");
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
        Invocation run = RuleBookWithCases.in(folder)
                .with("wrong")
                .with("bad")
                .test("--format", "json")
                .expect(65);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\"cases\": 7,", "\"held\": 1,", "\"failed\": 6,")
                .contains("\"case\": \"thresholds/western_markets_matter_high\"")
                .contains("\"file\": \"bad-thresholds.json\"");
    }

    private static Invocation lint(Object... arguments) {
        return Invocation.of("rules", "lint", arguments);
    }

    private static final Path BASE = Golden.RESOURCES.resolve("lint").resolve("base");
    private static final Path BROKEN = Golden.RESOURCES.resolve("books").resolve("several-faults");

    @Test
    void warningsAndErrorsExitWith1() {
        BookFolder.copy(BASE, folder);
        lint("--rules", folder).ok();
        BookFolder.copy(BASE.resolveSibling("tag-unused"), folder);
        Invocation warned = lint("--rules", folder).expect(1);
        assertThat(warned.out()).endsWith("No errors and 1 warning on 9 claims, 2 overrides and 5 ceilings.\n");
        BookFolder.copy(BASE.resolveSibling("never-holds"), folder);
        Invocation wrong = lint("--rules", folder).expect(1);
        assertThat(wrong.out())
                .contains(folder + "/planted.drl:14 no_such_market: It never holds:")
                .endsWith("1 error and no warnings on 9 claims, 2 overrides and 5 ceilings.\n");
    }

    @Test
    void bookThatDoesNotLoadIsReportedInTheRequestedFormat() {
        Invocation text = lint("--rules", BROKEN).expect(78);
        assertThat(text.err()).isEmpty();
        assertThat(text.out())
                .startsWith("The rule book does not load.\n\nErrors\n")
                .contains(BROKEN + "/claims.drl:", "nothing else was checked.\n");
        Invocation json = lint("--rules", BROKEN, "--format", "json").expect(78);
        assertThat(json.out())
                .contains("\"loads\": false", "\"code\": \"UNKNOWN_")
                .doesNotContain("\"rules\":");
    }

    private static final String ID = "us_reads_alliance_as_offence";

    private static Invocation show(Object... args) {
        return Invocation.of("rules", "show", args);
    }

    @Test
    void everyRuleIsFoundByItsOwnSentence() {
        for (Rule rule : Shipped.BOOK.book().rules()) {
            assertThat(RuleLookup.find(rule.claim(), Shipped.BOOK.book()).id()).isEqualTo(rule.cardId());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "washington would be expected to treat an alliance as hostile and answer it with containment",
                "AS HOSTILE",
                "  treat an alliance\n      as  hostile and "
            })
    void sentenceOrItsPartNamesTheRule(String wanted) {
        assertThat(show(wanted)).isEqualTo(show(ID));
        assertThat(Invocation.of("explain", Invocation.BASELINE, "--rule", wanted, "--format", "json"))
                .isEqualTo(Invocation.of("explain", Invocation.BASELINE, "--rule", ID, "--format", "json"));
    }

    @Test
    void severalMatchesAreListedWithTheirIds() {
        Invocation run = show("tariffs").refused(64);
        List<Rule> matching = Shipped.BOOK.book().cards().stream()
                .filter(rule -> rule.claim().toLowerCase(java.util.Locale.ROOT).contains("tariffs"))
                .toList();
        assertThat(matching).hasSizeGreaterThan(1);
        assertThat(run.err())
                .startsWith(
                        "entente: " + matching.size() + " rules contain \"tariffs\"; name one of them by its id:\n");
        matching.forEach(rule -> assertThat(run.err()).contains("\n  " + rule.id() + ": " + rule.claim() + "\n"));
        assertThat(Invocation.of("explain", Invocation.BASELINE, "--rule", "tariffs")
                        .err())
                .isEqualTo(run.err().replace("rules show --help", "explain --help"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"  ", "zebras gallop"})
    void noMatchIsAnError(String wanted) {
        assertThat(show(wanted))
                .isEqualTo(new Invocation(
                        64,
                        "",
                        "entente: there is no rule \"" + wanted
                                + "\"; rules list names them.\nHelp: ./entente rules show --help\n"));
    }

    @Test
    void partOfAnIdSuggestsTheId() {
        Invocation run = show("reads_alliance").expect(64);
        assertThat(run.err()).startsWith("entente: there is no rule \"reads_alliance\". Did you mean " + ID + "?\n");
    }

    @Tag("thorough")
    @Test
    void locationsDenoteTheRuleAndEachCutPoint() throws IOException {
        for (Rule rule : Shipped.BOOK.book().rules()) {
            String text = show(rule.id()).out();
            List<String> places =
                    text.substring(text.indexOf("Defined at\n")).lines().skip(1).toList();
            long indicators = rule.conditions().stream()
                    .map(condition -> condition.indicator())
                    .distinct()
                    .count();
            long weights = Shipped.BOOK.book().steps(rule.cardId()).stream()
                    .flatMap(step -> Stream.of(step.alliance(), step.partnership()))
                    .filter(Optional::isPresent)
                    .count();
            assertThat(places.stream().filter(line -> line.startsWith("  rules/")))
                    .hasSize((int) (1 + weights + rule.ceiling().stream().count() + 4 * indicators));
            assertThat(line(places.get(0))).startsWith("rule \"").contains(rule.claim());
        }
        String text = show("coalition_would_follow").out();
        assertThat(Invocation.output("explain", Invocation.BASELINE, "--rule", "coalition_would_follow"))
                .endsWith(text.substring(text.indexOf("\nDefined at\n")));
        for (Map.Entry<String, String> shown : Map.of(
                        "us_coalition_states_aligned high from 6", "{from: 6, grade: HIGH",
                        " on the alliance", "points: ",
                        "us_reaction_severity_expected low from 1", "1: \"protest\"")
                .entrySet()) {
            assertThat(text.lines().filter(line -> line.contains(".yaml") && line.contains(shown.getKey())))
                    .isNotEmpty()
                    .first()
                    .satisfies(line -> assertThat(line(line)).contains(shown.getValue()));
        }
    }

    /** The line of the rule book that a location denotes. */
    private static String line(String shown) throws IOException {
        String[] parts = shown.strip().split(":", -1);
        return Files.readAllLines(Shipped.RULES.resolve(parts[0].substring("rules/".length())))
                .get(Integer.parseInt(parts[1]) - 1);
    }

    private static final Path CRIMEA = Shipped.SCENARIOS.resolve("crimea-2014.json");

    /** An out-of-sample scenario with an outcome. */
    private void past(String id, String title, String relationship, boolean alliance) throws IOException {
        Files.writeString(
                folder.resolve(id + ".json"),
                "{\"id\": \"" + id + "\", \"title\": \"" + title + "\", \"extends\": \"status-quo-2025\","
                        + " \"readings\": {\"bilateral_trade_usd_bn\": 200}, \"observed\": {\"relationship\": \""
                        + relationship + "\", \"allianceInForce\": " + alliance + ", \"source\": \"test\"}}");
    }

    @Test
    void shippedHistoriesMatchTheGolden() {
        for (String format : List.of("text", "md", "csv")) {
            Invocation run = Invocation.of("rules", "backtest", Shipped.SCENARIOS, "--format", format)
                    .quiet();
            Golden.check(GOLDEN.resolve("backtest/shipped." + format), run.out());
        }
    }

    @Test
    void mixedSampleIsScoredAsAWholeAndOutOfSample() throws IOException {
        for (int i = 0; i < 28; i++) {
            past("case-" + i, "Case", i % 2 == 0 ? "MIXED" : "STRATEGIC_PARTNERSHIP", i % 9 == 0);
        }
        past("a-case-whose-id-is-longer-than-its-column", "=1+1", "WEAKENING", true);
        String run = Invocation.output("rules", "backtest", CRIMEA, folder, "--all", "--without", "no_switch");
        assertThat(run)
                .containsPattern(InOrder.of(
                        "30 historical cases against what happened",
                        "\na-case-whose-id-is-longer-than-its-column\n     ",
                        "One of 30 is in-sample (crimea-2014)",
                        "Out of sample alone, 29 cases: ",
                        "With changed assumptions: no_switch off."));
        assertThat(run.lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void duplicateHistoryCountsOnce() {
        Invocation run = Invocation.of("rules", "backtest", CRIMEA, Shipped.SCENARIOS);
        assertThat(run.out()).startsWith("Seven historical cases");
        assertThat(run.err()).contains("crimea-2014.json: duplicate, counted once.");
        assertThat(Invocation.of("rules", "backtest", CRIMEA, CRIMEA, "--quiet").err())
                .isEmpty();
    }

    /** An edit of the id or of a reading leaves the history what it is; of both, it is another. */
    @ParameterizedTest
    @CsvSource({"peninsula, 95.19, true", "crimea-2014, 90, true", "peninsula, 90, false"})
    void copyOfAShippedHistoryIsInSample(String id, String reading, boolean inSample) throws IOException {
        String text = Files.readString(CRIMEA)
                .replace("crimea-2014", id)
                .replace("\"value\": 95.19", "\"value\": " + reading);
        Path copy = Files.writeString(folder.resolve("copy.json"), text);
        assertThat(Invocation.output("rules", "backtest", copy, "--format", "json"))
                .contains("\"inSample\": " + inSample);
    }

    @Test
    void groupIsAnsweredWithItsRules() {
        List<Rule> rules = Shipped.BOOK.book().cards().stream()
                .filter(rule -> rule.group().equals("us_reaction"))
                .toList();
        Invocation run = Invocation.of("explain", Invocation.BASELINE, "--rule", "us_reaction")
                .expect(64);
        assertThat(run.err())
                .startsWith(
                        "entente: us_reaction is a group of " + rules.size() + " rules; name one of them by its id:\n");
        rules.forEach(rule -> assertThat(run.err()).contains("\n  " + rule.id() + ": " + rule.claim() + "\n"));
    }

    // New scenarios, lists and searches.
    @Test
    void newScenarioIsValidAndHasNoKnownReadings() {
        Invocation run =
                Invocation.of("scenario", "init", "new-world", "--out", folder).ok();
        assertThat(run.out()).isEmpty();
        Path file = folder.resolve("new-world.json");
        assertThat(run.err()).startsWith("Wrote " + file);
        int count = Shipped.BOOK.book().catalogue().indicators().size();
        assertThat(Invocation.of("validate", file))
                .isEqualTo(
                        new Invocation(0, file + ": valid; 0 readings known, 0 assumed, " + count + " unknown\n", ""));
        Invocation.output("assess", file);
    }

    @Test
    void newScenarioCanBeASpreadsheet() {
        Path file = folder.resolve("new-world.xlsx");
        assertThat(Invocation.of("scenario", "init", "new-world.xlsx", "--out", folder))
                .isEqualTo(new Invocation(
                        0,
                        "",
                        "Wrote " + file + ". Fill in the known readings, then: ./entente validate " + file + "\n"));
        assertThat(Invocation.output("validate", file)).startsWith(file + ": valid; 0 readings known");
        Invocation.of("scenario", "init", "new-world.xlsx", "--out", folder).expect(73);
    }

    @Test
    void newScenarioNamesTheSchemaInItsFolder() throws IOException {
        Files.writeString(folder.resolve("scenario.schema.json"), "{}");
        Invocation.of("scenario", "init", "new-world", "--out", folder);
        assertThat(Files.readString(folder.resolve("new-world.json")))
                .contains("\"$schema\": \"scenario.schema.json\"");
    }

    @Tag("thorough")
    @Test
    void everyIndicatorIsListedAndShown() {
        String list = Invocation.output("scenario", "indicators");
        JsonNode json = Invocation.json("scenario", "indicators");
        var indicators = Shipped.BOOK.book().catalogue().indicators();
        assertThat(json.values())
                .extracting(i -> i.get("id").asString())
                .isEqualTo(indicators.stream().map(Indicator::id).toList());
        for (Indicator indicator : indicators) {
            assertThat(list).contains(indicator.id() + " ");
            assertThat(Invocation.output("scenario", "indicators", indicator.id()))
                    .contains(indicator.id(), "range")
                    .contains(indicator.cites());
            assertThat(Invocation.json("scenario", "indicators", indicator.id()).at("/0/cutPoints"))
                    .hasSize(4);
        }
    }

    @Test
    void everyRuleIsListedAndShown() {
        String list = Invocation.output("rules", "list");
        JsonNode json = Invocation.json("rules", "list");
        var rules = Shipped.BOOK.book().rules();
        assertThat(json.values())
                .extracting(r -> r.get("id").asString())
                .isEqualTo(rules.stream().map(Rule::id).toList());
        for (Rule rule : rules) {
            assertThat(list).contains("\n  " + rule.cardId() + "\n");
        }
        for (String id : new String[] {"no_switch", "deterrent_spent", "us_reads_alliance_as_offence"}) {
            assertThat(Invocation.output("rules", "show", id)).contains(id, "cites");
            assertThat(Invocation.json("rules", "show", id).at("/0/id").asString())
                    .isEqualTo(id);
        }
    }

    @Test
    void fingerprintHasVersionAndDigests() {
        String digest = Shipped.BOOK.book().sha256();
        assertThat(Invocation.output("rules", "fingerprint"))
                .isEqualTo(Shipped.BOOK.book().version() + " " + digest + " "
                        + Shipped.BOOK.book().textsSha256() + "\n");
        assertThat(Invocation.output("--version")).contains("Entente " + Engine.VERSION + "\n", digest);
        assertThat(Invocation.json("assess", Invocation.BASELINE)
                        .at("/provenance/rules/sha256")
                        .asString())
                .isEqualTo(digest);
    }

    @Test
    void matchesAreListedByGroupAsAllAre() {
        String listed = Invocation.output("scenario", "indicators");
        String[] item = listed.substring(listed.indexOf("  us_avg_tariff_on_prc_pct (percent 0 to 200)\n"))
                .split("\n");
        Invocation run = Invocation.of("scenario", "indicators", "tariff").quiet();
        assertThat(run.out()).startsWith("One indicator with “tariff”").contains(item[0] + "\n" + item[1] + "\n");
        assertThat(run.out().lines().filter(line -> line.contains(" to ") && line.contains("(")))
                .hasSize(1);
        assertThat(Invocation.output("scenario", "indicators", "TARIFF", "--format", "json"))
                .contains("\"id\": \"us_avg_tariff_on_prc_pct\"")
                .containsOnlyOnce("\"id\": ");
    }

    @Test
    void groupAndLabelAreSearchedToo() {
        long ofGroup = Shipped.BOOK.book().catalogue().indicators().stream()
                .filter(indicator -> indicator.group().equals("us_reaction"))
                .count();
        assertThat(Invocation.output("scenario", "indicators", "us-reaction").lines())
                .filteredOn(line -> line.startsWith("  ") && line.endsWith(")") && line.contains(" to "))
                .hasSize((int) ofGroup);
        assertThat(Invocation.output("scenario", "indicators", "Chinese goods"))
                .startsWith("One indicator with “Chinese goods”")
                .contains("us_avg_tariff_on_prc_pct");
    }
}

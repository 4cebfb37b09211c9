package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.model.Band;
import entente.model.Commitment;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.Warning;
import entente.model.assessment.Confidence;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.model.assessment.Interval;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.CeilingKind;
import entente.model.rule.RuleBook;
import entente.report.form.Answer;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.html.HtmlRendererTest;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.report.wording.CaveatText;
import entente.report.wording.DetailLevel;
import entente.report.wording.Figures;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import entente.testkit.DynamicTests;
import entente.testkit.Folders;
import entente.testkit.Records;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Applies {@link ProseRules} to every generated sentence, and to every displayed text with its layout. */
public class ProseTest {

    static final RuleBook BOOK = Shipped.BOOK.book();

    /** Names of the Admiralty scale, which grades information and not the likelihood of the event. */
    static final List<String> ADMIRALTY =
            List.of("Probably true: ", "Possibly true on the Admiralty scale", "Improbable: ");

    static Assessment with(Assessment a, Verdict verdict, Confidence confidence) {
        return Records.with(Records.with(a, "verdict", verdict), "confidence", confidence);
    }

    private static List<String> lint(Answer answer, LikelihoodScale scale) {
        return lintText(TextRenderer.render(answer, TextStyle.PLAIN), scale);
    }

    private static List<String> lint(Answer answer) {
        return lint(answer, LikelihoodScale.ICD203);
    }

    /** What is wrong in texts that are not made of sentences of the product, such as those of a rule book. */
    public static List<String> wrong(Collection<String> texts) {
        return texts.stream()
                .filter(text -> ADMIRALTY.stream().noneMatch(text::startsWith))
                .flatMap(text -> ProseRules.sentences(text, LikelihoodScale.ICD203).stream())
                .distinct()
                .toList();
    }

    private static Map<String, Assessment> allAssessments() {
        Map<String, Assessment> all = new LinkedHashMap<>();
        Shipped.scenarioIds().forEach(id -> all.put(id, Shipped.assess(id)));
        all.putAll(UnusualAssessments.all());
        return all;
    }

    @TestFactory
    Stream<DynamicTest> textsOfEveryScenarioPassProseLint() {
        return textsPass(LikelihoodScale.ICD203, allAssessments());
    }

    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> textsInTheOtherScalePassProseLint() {
        return textsPass(LikelihoodScale.PHIA, allAssessments());
    }

    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> textsUnderTheRivalBookPassProseLint() {
        Assessor rival = new Assessor(Shipped.rival().orElseThrow());
        Map<String, Assessment> all = new LinkedHashMap<>();
        Shipped.scenarioIds().forEach(id -> all.put(id, rival.assess(Shipped.scenario(id))));
        return textsPass(LikelihoodScale.ICD203, all);
    }

    @TestFactory
    Stream<DynamicTest> textsOfTheSecondPairPassProseLint() {
        LoadedRuleBook second = Shipped.books().get(2);
        Assessor assessor = new Assessor(second);
        Map<String, Assessment> all = new LinkedHashMap<>();
        Shipped.scenarios(second).forEach(scenario -> all.put(scenario.id(), assessor.assess(scenario)));
        List<DynamicTest> sensitivities = all.values().stream()
                .map(Assessment::scenario)
                .map(scenario -> DynamicTests.test(
                        "sensitivity " + scenario.id(),
                        () -> assertThat(lint(
                                        Answers.sensitivity(new SensitivityAnalysis(assessor).analyze(scenario), true)))
                                .isEmpty()))
                .toList();
        return Stream.concat(textsPass(LikelihoodScale.ICD203, all), sensitivities.stream());
    }

    private static Stream<DynamicTest> textsPass(LikelihoodScale scale, Map<String, Assessment> all) {
        return all.entrySet().stream()
                .map(entry -> DynamicTests.test(entry.getKey(), () -> {
                    List<String> wrong = new ArrayList<>();
                    for (DetailLevel explain : DetailLevel.values()) {
                        Answer report = Verdicts.report(entry.getValue(), scale, explain);
                        wrong.addAll(lint(report, scale));
                        wrong.addAll(lintMarkdown(MarkdownPage.render(report), scale));
                    }
                    // The ledger is written in one scale.
                    wrong.addAll(lint(Answers.ledger(entry.getValue())));
                    assertThat(wrong).isEmpty();
                }));
    }

    @Test
    void scenariosCoverNearlyAllSentences() {
        Set<Enum<?>> said = new HashSet<>();
        List<Boolean> clamped = new ArrayList<>();
        for (Assessment assessment : allAssessments().values()) {
            said.addAll(assessment.verdict().flags());
            said.add(assessment.verdict().commitment());
            said.addAll(assessment.verdict().relationships());
            said.add(assessment.confidence().level());
            assessment
                    .balance()
                    .ceilings()
                    .forEach(effect -> said.add(effect.ceiling().kind()));
            assessment.warnings().forEach(warning -> said.add(warning.kind()));
            assessment.ledger().forEach(row -> said.add(row.status()));
            if (assessment.balance().clampedFrom().isPresent()) {
                clamped.add(assessment.verdict().likelihood().equals(Percent.LOWEST));
            }
        }
        assertThat(said)
                .contains(VerdictFlag.values())
                .contains(Commitment.values())
                .contains(Relationship.values())
                .contains(CeilingKind.values())
                .contains(LedgerStatus.values())
                .contains(
                        Warning.Kind.STALE_READING,
                        Warning.Kind.READING_AFTER_SCENARIO,
                        Warning.Kind.TARIFF_WITHOUT_EFFECT,
                        Warning.Kind.SHARE_ABOVE_WHOLE,
                        Warning.Kind.NOTHING_RATED);
        assertThat(clamped).contains(true, false);
    }

    @Test
    @Tag("thorough")
    void flipsPassProseLint() {
        FlipSearch flips = new FlipSearch(Shipped.ASSESSOR);
        List<FlipTarget> targets = new ArrayList<>(List.of(FlipTarget.UP, FlipTarget.DOWN));
        for (Band band : Band.values()) {
            targets.add(FlipTarget.to(band));
        }
        List<String> wrong = new ArrayList<>();
        for (String id : List.of("baseline-2018", "status-conflict-1958", "total-decoupling")) {
            for (FlipTarget target : targets) {
                for (Set<String> locked : List.of(Set.<String>of(), Set.of("treaty_commitment_level"))) {
                    FlipResult result = flips.find(Shipped.scenario(id), target, locked, 1);
                    wrong.addAll(lint(Answers.flip(result, 2)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @Tag("thorough")
    void sensitivitiesPassProseLint() {
        SensitivityAnalysis sensitivity = new SensitivityAnalysis(Shipped.ASSESSOR);
        List<String> wrong = new ArrayList<>();
        allAssessments().forEach((name, assessment) -> {
            SensitivityResult result = sensitivity.analyze(assessment.scenario());
            wrong.addAll(lint(Answers.sensitivity(result, true)));
            wrong.addAll(lint(Answers.sensitivity(result, false)));
            wrong.addAll(lintMarkdown(MarkdownPage.render(Answers.sensitivity(result, false)), LikelihoodScale.ICD203));
            var page = HtmlRendererTest.read(HtmlRenderer.render(Answers.sensitivity(result, false)));
            for (String holder : List.of("p", "li", "td", "th", "h1", "h2", "caption", "desc", "title")) {
                HtmlRendererTest.all(page, holder)
                        .forEach(element -> wrong.addAll(ProseRules.sentences(
                                element.getTextContent().replace(Wording.GLUE, ' '), LikelihoodScale.ICD203)));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void verdictTablesPassProseLint() {
        List<Assessment> all = List.copyOf(allAssessments().values());
        for (LikelihoodScale scale : LikelihoodScale.values()) {
            assertThat(lintTable(Verdicts.in("text", all, scale, TextStyle.PLAIN), scale))
                    .isEmpty();
            assertThat(lintMarkdown(Verdicts.in("md", all, scale, TextStyle.PLAIN), scale))
                    .isEmpty();
        }
    }

    @Test
    void everyWarningPassesProseLint() {
        List<String> dated = List.of("cultural_affinity", "2001-01-01", "2018-12-31");
        for (Warning.Kind kind : Warning.Kind.values()) {
            List<String> facts = switch (kind) {
                case STALE_READING, READING_AFTER_SCENARIO -> dated;
                case SCENARIO_LONG_AFTER_READINGS -> List.of("2206-11-27", "2026-11-20");
                case RANGE_ENDS_AT_CUT -> List.of("prc_export_share_west5_pct", "15", "15");
                case PERCENT_AS_FRACTION -> List.of("prc_export_share_west5_pct", "0.6", "60");
                case TARIFF_WITHOUT_EFFECT, SHARE_ABOVE_WHOLE -> List.of("145", "11.1");
                case NOTHING_RATED, INTERVAL_NOT_EXACT, RELATIONSHIPS_NOT_EXACT -> List.of();
            };
            String indicator =
                    kind == Warning.Kind.SHARE_ABOVE_WHOLE ? "prc_export_share_us_pct" : "us_avg_tariff_on_prc_pct";
            String warning = CaveatText.plain(new Warning(kind, "#/readings/" + indicator, facts), BOOK.catalogue());
            assertThat(ProseRules.sentences(warning, LikelihoodScale.ICD203)).isEmpty();
            assertThat(warning).endsWith(".");
        }
    }

    @Test
    void statementPassesProseLintAtEveryTenthOfAPercent() {
        Assessment baseline = Shipped.assess("baseline-2018");
        for (LikelihoodScale scale : LikelihoodScale.values()) {
            for (int tenths = 1; tenths <= 999; tenths++) {
                for (int wide : List.of(0, 30, 400)) {
                    Percent low = new Percent(Math.max(1, tenths - wide));
                    Percent high = new Percent(Math.min(999, tenths + wide));
                    VerdictSentences verdict = verdict(baseline, low, new Percent(tenths), high, scale);
                    String line = verdict.statement().replace(Wording.GLUE, ' ');
                    assertThat(ProseRules.sentences(line, scale)).isEmpty();
                    assertThat(line)
                            .contains(
                                    tenths == 1
                                            ? "0.1 % or less"
                                            : tenths == 999
                                                    ? "99.9 % or more"
                                                    : printed(verdict.statement(), new Percent(tenths), scale));
                    assertThat(ProseRules.sentences(verdict.conditional(), scale))
                            .isEmpty();
                    assertThat(ProseRules.words(verdict.brief().summary().replace(Wording.GLUE, ' '), scale))
                            .isEmpty();
                }
            }
        }
    }

    /** Whole from five up, unless that would be another word or the likelihood beside it; otherwise to the tenth. */
    private static String printed(String statement, Percent percent, LikelihoodScale scale) {
        String whole = new Figures(scale).plain(percent, true);
        return Wording.plain(statement.contains(whole) ? whole : new Figures(scale).plain(percent, false));
    }

    private static VerdictSentences verdict(
            Assessment assessment, Percent low, Percent point, Percent high, LikelihoodScale scale) {
        Verdict moved = Records.with(
                Records.with(assessment.verdict(), "likelihood", point), "interval", new Interval(low, high, true));
        return new VerdictSentences(with(assessment, moved, assessment.confidence()), scale);
    }

    private static final List<List<String>> RAISED_BY = List.of(
            List.of(),
            List.of("political_will_to_ally"),
            Shipped.BOOK.book().catalogue().indicators().stream()
                    .map(Indicator::id)
                    .toList());

    @Test
    void confidenceStatementPassesProseLintForAllParts() {
        Assessment baseline = Shipped.assess("baseline-2018");
        int all = Shipped.BOOK.book().catalogue().indicators().size();
        for (ConfidenceLevel level : ConfidenceLevel.values()) {
            for (int hundredths = 0; hundredths <= 100; hundredths++) {
                double share = hundredths / 100.0;
                for (int assumed : List.of(0, 1, 2)) {
                    for (List<String> raisedBy : RAISED_BY) {
                        ConfidenceLevel most = level.compareTo(ConfidenceLevel.values()[hundredths % 2 + 1]) > 0
                                ? level
                                : ConfidenceLevel.values()[hundredths % 2 + 1];
                        Confidence parts = new Confidence(
                                level, most, share, 1 - share, 0.5, share, assumed + 1, assumed, all, raisedBy);
                        String statement = VerdictSentences.confidence(with(baseline, baseline.verdict(), parts));
                        assertThat(ProseRules.sentences(statement, LikelihoodScale.ICD203))
                                .isEmpty();
                        assertThat(statement).startsWith("Confidence is ").endsWith(".");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#books")
    void pagesAboutTheBookPassProseLint(LoadedRuleBook loaded) {
        RuleBook book = loaded.book();
        List<String> wrong = new ArrayList<>();
        wrong.addAll(lint(Answers.rules(book, List.of())));
        wrong.addAll(lint(Answers.indicators(book.catalogue())));
        book.rules().forEach(rule -> wrong.addAll(lint(Answers.rule(rule, book, Map.of()))));
        book.catalogue()
                .indicators()
                .forEach(indicator -> wrong.addAll(lint(Answers.indicator(indicator, book.catalogue(), Map.of()))));
        wrong.addAll(
                lintMarkdown(MarkdownPage.render(Answers.rules(book, loaded.inventory())), LikelihoodScale.ICD203));
        assertThat(wrong).isEmpty();
    }

    @Test
    void textsOfTheScenariosPassProseLint() {
        List<String> texts = new ArrayList<>();
        for (Scenario scenario : Shipped.books().stream()
                .flatMap(book -> Shipped.scenarios(book).stream())
                .toList()) {
            texts.add(scenario.title());
            scenario.narrative().ifPresent(texts::add);
            scenario.observed().ifPresent(observed -> texts.add(observed.source()));
            scenario.sources().forEach(source -> texts.add(source.ref()));
            scenario.readings().values().forEach(reading -> reading.note().ifPresent(texts::add));
        }
        assertThat(wrong(texts)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "rival", "us-india"})
    void sentencesOfTheCasesPassProseLint(String folder) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path file : Folders.files(Shipped.RULES.resolve(folder).resolve("cases"), "")) {
            Matcher sentence =
                    Pattern.compile("\"sentence\": \"(.*)\"").matcher(Files.readString(file, StandardCharsets.UTF_8));
            assertThat(sentence.find()).as(file.toString()).isTrue();
            texts.add(sentence.group(1));
        }
        assertThat(wrong(texts)).isEmpty();
    }

    @Test
    void proseLintReportsEachKindOfFault() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("An alliance is likely.", "without (55–80 %)");
        bad.put("An alliance is unlikely (25–35 %).", "without (20–45 %)");
        bad.put("An alliance is highly unlikely (10–20 %).", "is no word of ICD203");
        bad.put("It is very unlikely (5–20 %), and confidence is high.", "likelihood and confidence");
        bad.put("Confidence is moderate, at 70 %.", "confidence beside a percentage");
        bad.put("Moscow might turn.", "a hedge");
        bad.put("There is a significant chance of a turn.", "a hedge");
        bad.put("A treaty is possible.", "a hedge");
        bad.put("Moscow will turn.", "a forecast");
        bad.put("The answer is 100 %.", "certainty");
        bad.put("The answer is 0.0 %.", "certainty");
        bad.put("It is the the treaty.", "a word twice");
        bad.put("The treaty , as such.", "spacing");
        bad.put("The reading is null.", "unfilled");
        bad.forEach((sentence, what) -> assertThat(ProseRules.sentences(sentence, LikelihoodScale.ICD203))
                .as(sentence)
                .anyMatch(found -> found.contains(what)));
        assertThat(lintText("A line with a blank \nand one\u00A0that is glued\n\n", LikelihoodScale.ICD203))
                .hasSize(3);
        assertThat(lintText("x".repeat(81) + "\n", LikelihoodScale.ICD203)).hasSize(1);
        List<String> good = List.of(
                "It is very unlikely (5–20 %): 5.9 %. Confidence is moderate.",
                "Will of the two leaderships to ally: reads 1, low.",
                "The agreement of May 2014 stands.",
                "Too little political will is named.");
        good.forEach(sentence -> assertThat(ProseRules.sentences(sentence, LikelihoodScale.ICD203))
                .isEmpty());
        assertThat(ProseRules.sentences("It has a realistic possibility (40–<50 %): 44.0 %.", LikelihoodScale.PHIA))
                .isEmpty();
    }

    /** A text with 80 columns: checks its layout and each of its sentences. */
    private static List<String> lintText(String text, LikelihoodScale scale) {
        List<String> wrong = new ArrayList<>(layout(text));
        List<String> lines = new ArrayList<>(text.lines().toList());
        removeRuler(lines);
        for (String block : String.join("\n", lines).split("\n\\s*\n")) {
            wrong.addAll(ProseRules.sentences(block, scale));
        }
        return wrong;
    }

    /** A table of verdicts: cells are no sentences, so only the likelihood terms and their ranges are checked. */
    private static List<String> lintTable(String text, LikelihoodScale scale) {
        List<String> wrong = new ArrayList<>(layout(text));
        List<String> lines = text.lines().toList();
        if (!lines.get(2).matches("Scenario +Likelihood +Confidence")) {
            wrong.add("not the head of a table of verdicts: " + lines.get(2));
        }
        String rows = String.join(" ", lines.subList(3, lines.size())).replaceAll("\\s+", " ");
        wrong.addAll(ProseRules.words(rows, scale));
        return wrong;
    }

    /** Markdown: each line and each cell of a table is checked as a separate text. */
    private static List<String> lintMarkdown(String text, LikelihoodScale scale) {
        List<String> wrong = new ArrayList<>(ends(text));
        for (String line : text.lines().toList()) {
            String bare = line.replaceAll("^(?: *- |> |#+ )", "")
                    .replaceAll("\\\\([\\\\*_`\\[\\]|])", "$1")
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
            Stream<String> cells = line.startsWith("|")
                    ? Arrays.stream(line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1))
                    : Stream.of(bare);
            cells.map(cell -> cell.replaceAll("\\*\\*|`|(?<!\\w)\\*|\\*(?!\\w)", "")
                            .strip())
                    .forEach(cell -> wrong.addAll(ProseRules.sentences(cell, scale)));
        }
        return wrong;
    }

    private static List<String> layout(String text) {
        List<String> wrong = new ArrayList<>(ends(text));
        text.lines()
                .filter(line -> line.codePointCount(0, line.length()) > 80)
                .forEach(line -> wrong.add("over 80 columns: " + line));
        return wrong;
    }

    private static List<String> ends(String text) {
        List<String> wrong = new ArrayList<>();
        text.lines()
                .filter(line -> !line.equals(line.stripTrailing()))
                .forEach(line -> wrong.add("blanks at the end: " + line));
        if (!text.endsWith("\n") || text.endsWith("\n\n")) {
            wrong.add("does not end with one line end");
        }
        if (text.indexOf('\u00A0') >= 0 || text.indexOf('\t') >= 0 || text.indexOf('\r') >= 0) {
            wrong.add("a space that is none");
        }
        if (text.contains("\n\n\n")) {
            wrong.add("two empty lines");
        }
        return wrong;
    }

    private static final Set<String> RULER = Set.of(("exceptionally almost no chance very highly unlikely roughly even"
                    + " likely certain remote realistic possibility")
            .split(" "));

    /**
     * Removes the ruler: the line with the mark, and the two lines above it, which have only names of bands.
     */
    private static void removeRuler(List<String> lines) {
        for (int i = 2; i < lines.size(); i++) {
            if (lines.get(i).matches(" {2}[├▲][─┼├┤┬▲ ]*[┤▲]") && lines.get(i).contains("▲")) {
                for (int above = 1; above <= 2; above++) {
                    Set<String> names = Arrays.stream(
                                    lines.get(i - above).strip().split(" +"))
                            .collect(Collectors.toSet());
                    if (RULER.containsAll(names)) {
                        lines.set(i - above, "");
                    }
                }
                lines.set(i, "");
                return;
            }
        }
    }
}

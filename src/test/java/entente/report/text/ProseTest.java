package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipSearch;
import entente.analysis.flip.FlipTarget;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.model.Band;
import entente.model.Commitment;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Question;
import entente.model.Relationship;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.ConfidenceLevel;
import entente.model.assessment.Interval;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.Verdict;
import entente.model.assessment.VerdictFlag;
import entente.model.assessment.Warning;
import entente.model.rule.CeilingKind;
import entente.model.rule.InventoryItem;
import entente.model.rule.Parameter;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.html.HtmlRendererTest;
import entente.report.json.AssessmentJson;
import entente.report.markdown.MarkdownRenderer;
import entente.report.question.AssessmentReport;
import entente.report.question.CatalogueReport;
import entente.report.question.FlipReport;
import entente.report.question.LedgerReport;
import entente.report.question.RuleBookReport;
import entente.report.question.RuleReport;
import entente.report.question.SensitivityReport;
import entente.report.question.VerdictsReport;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.ConfidenceStatement;
import entente.report.wording.DetailLevel;
import entente.report.wording.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sentence that Entente writes, and every text that it shows, keeps to the rules of the trade. */
class ProseTest {

    private static final RuleBook BOOK = Shipped.BOOK.book();

    /** Names of the Admiralty scale, which is about information and not about the event. */
    private static final List<String> ADMIRALTY =
            List.of("Probably true: ", "Possibly true on the Admiralty scale", "Improbable: ");

    private static Map<String, Assessment> everything() {
        Map<String, Assessment> all = new LinkedHashMap<>();
        Shipped.scenarioIds().forEach(id -> all.put(id, Shipped.assess(id)));
        all.putAll(UnusualAssessments.all());
        return all;
    }

    @TestFactory
    Stream<DynamicTest> each_text_of_each_scenario_keeps_to_the_rules() {
        return everything().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<String> wrong = new ArrayList<>();
                    for (LikelihoodScale scale : LikelihoodScale.values()) {
                        for (DetailLevel explain : DetailLevel.values()) {
                            wrong.addAll(ProseLint.text(
                                    TextRenderer.render(
                                            AssessmentReport.of(entry.getValue(), scale, explain), TextStyle.PLAIN),
                                    scale));
                            wrong.addAll(ProseLint.markdown(
                                    MarkdownRenderer.render(AssessmentReport.of(entry.getValue(), scale, explain)),
                                    scale));
                        }
                    }
                    wrong.addAll(ProseLint.text(
                            TextRenderer.render(LedgerReport.of(entry.getValue()), TextStyle.PLAIN),
                            LikelihoodScale.ICD203));
                    assertThat(wrong).isEmpty();
                }));
    }

    @Test
    void the_scenarios_together_make_a_text_say_nearly_all_that_it_can_say() {
        Set<Enum<?>> said = new HashSet<>();
        List<Boolean> clamped = new ArrayList<>();
        for (Assessment assessment : everything().values()) {
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
    void flips_keep_to_the_rules() {
        FlipSearch flips = new FlipSearch(Shipped.ASSESSOR);
        List<FlipTarget> targets = new ArrayList<>(List.of(new FlipTarget.Up(), new FlipTarget.Down()));
        for (Band band : Band.values()) {
            targets.add(new FlipTarget.To(band));
        }
        List<String> wrong = new ArrayList<>();
        for (String id : List.of("baseline-2018", "status-conflict-1958", "total-decoupling")) {
            for (FlipTarget target : targets) {
                for (Set<String> locked : List.of(Set.<String>of(), Set.of("treaty_commitment_level"))) {
                    FlipResult result = flips.find(Shipped.scenario(id), target, locked, 1);
                    wrong.addAll(ProseLint.text(
                            TextRenderer.render(FlipReport.of(result, 2), TextStyle.PLAIN), LikelihoodScale.ICD203));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void sensitivities_keep_to_the_rules() {
        SensitivityAnalysis sensitivity = new SensitivityAnalysis(Shipped.ASSESSOR);
        List<String> wrong = new ArrayList<>();
        everything().forEach((name, assessment) -> {
            SensitivityResult result = sensitivity.analyze(assessment.scenario());
            wrong.addAll(ProseLint.text(
                    TextRenderer.render(SensitivityReport.of(result, true), TextStyle.PLAIN), LikelihoodScale.ICD203));
            wrong.addAll(ProseLint.text(
                    TextRenderer.render(SensitivityReport.of(result, false), TextStyle.PLAIN), LikelihoodScale.ICD203));
            wrong.addAll(ProseLint.markdown(
                    MarkdownRenderer.render(SensitivityReport.of(result, false)), LikelihoodScale.ICD203));
            var page = HtmlRendererTest.read(HtmlRenderer.render(SensitivityReport.of(result, false)));
            for (String holder : List.of("p", "li", "td", "th", "h1", "h2", "caption", "desc", "title")) {
                HtmlRendererTest.all(page, holder)
                        .forEach(element -> wrong.addAll(ProseLint.sentences(
                                element.getTextContent().replace(Wording.GLUE, ' '), LikelihoodScale.ICD203)));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void tables_of_verdicts_keep_to_the_rules() {
        List<Assessment> all = List.copyOf(everything().values());
        for (LikelihoodScale scale : LikelihoodScale.values()) {
            assertThat(ProseLint.table(
                            TextRenderer.render(
                                    VerdictsReport.of(all.stream()
                                            .map(one -> VerdictsReport.row(one, scale))
                                            .toList()),
                                    TextStyle.PLAIN),
                            scale))
                    .isEmpty();
            assertThat(ProseLint.markdown(
                            MarkdownRenderer.render(VerdictsReport.of(all.stream()
                                    .map(one -> VerdictsReport.row(one, scale))
                                    .toList())),
                            scale))
                    .isEmpty();
        }
    }

    @Test
    void one_rule_of_a_ledger_keeps_to_the_rules() {
        List<String> wrong = new ArrayList<>();
        Map<String, Assessment> all = everything();
        all.keySet().retainAll(List.of("baseline-2018", "taiwan-war", "border-war-1969", "nothing known"));
        assertThat(all).hasSize(4);
        for (Assessment assessment : all.values()) {
            for (Rule rule : BOOK.rules()) {
                wrong.addAll(ProseLint.text(
                        TextRenderer.render(LedgerReport.of(assessment, rule.id()), TextStyle.PLAIN),
                        LikelihoodScale.ICD203));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_sentences_in_json_keep_to_the_rules() {
        everything().forEach((name, assessment) -> {
            assertThat(ProseLint.sentences(ConfidenceStatement.of(assessment), LikelihoodScale.ICD203))
                    .isEmpty();
            assertThat(new AssessmentJson(LikelihoodScale.ICD203).pretty(assessment))
                    .as(name)
                    .doesNotContain("\u00A0");
        });
    }

    @Test
    void each_kind_of_warning_keeps_to_the_rules() {
        List<String> dated = List.of("cultural_affinity", "2001-01-01", "2018-12-31");
        for (Warning.Kind kind : Warning.Kind.values()) {
            List<String> facts = switch (kind) {
                case STALE_READING, READING_AFTER_SCENARIO -> dated;
                case TARIFF_WITHOUT_EFFECT, SHARE_ABOVE_WHOLE -> List.of("145", "11.1");
                case NOTHING_RATED, INTERVAL_NOT_EXACT -> List.of();
            };
            String warning = AssessmentSentences.warning(new Warning(kind, "#/readings", facts), BOOK.catalogue());
            assertThat(ProseLint.sentences(warning, LikelihoodScale.ICD203)).isEmpty();
            assertThat(warning).endsWith(".");
        }
    }

    @Test
    void the_bottom_line_keeps_to_the_rules_at_each_tenth_of_a_percent() {
        Assessment baseline = Shipped.assess("baseline-2018");
        for (LikelihoodScale scale : LikelihoodScale.values()) {
            for (int tenths = 10; tenths <= 990; tenths++) {
                for (int wide : List.of(0, 30, 400)) {
                    Percent low = new Percent(Math.max(10, tenths - wide));
                    Percent high = new Percent(Math.min(990, tenths + wide));
                    String line = String.join(" ", headline(baseline, low, new Percent(tenths), high, scale))
                            .replace(Wording.GLUE, ' ');
                    assertThat(ProseLint.sentences(line, scale)).isEmpty();
                    assertThat(line).contains(tenths / 10 + "." + tenths % 10 + " %");
                }
            }
        }
    }

    private static List<String> headline(
            Assessment assessment, Percent low, Percent point, Percent high, LikelihoodScale scale) {
        Verdict verdict = assessment.verdict();
        Verdict moved = new Verdict(
                point,
                new Interval(low, high, true),
                verdict.relationship(),
                verdict.relationships(),
                verdict.commitment(),
                verdict.flags());
        return AssessmentSentences.headline(with(assessment, moved, assessment.confidence()), scale);
    }

    private static final List<List<String>> RAISED_BY = List.of(
            List.of(),
            List.of("political_will_to_ally"),
            Shipped.BOOK.book().catalogue().indicators().stream()
                    .map(Indicator::id)
                    .toList());

    @Test
    void the_statement_of_confidence_keeps_to_the_rules_whatever_its_parts() {
        Assessment baseline = Shipped.assess("baseline-2018");
        for (ConfidenceLevel level : ConfidenceLevel.values()) {
            for (int hundredths = 0; hundredths <= 100; hundredths++) {
                double share = hundredths / 100.0;
                for (int assumed : List.of(0, 1, 2)) {
                    for (List<String> raisedBy : RAISED_BY) {
                        ConfidenceLevel most = level.compareTo(ConfidenceLevel.values()[hundredths % 2 + 1]) > 0
                                ? level
                                : ConfidenceLevel.values()[hundredths % 2 + 1];
                        Confidence parts = new Confidence(
                                level, most, share, 1 - share, 0.5, share, assumed + 1, assumed, 41, raisedBy);
                        String statement = ConfidenceStatement.of(with(baseline, baseline.verdict(), parts));
                        assertThat(ProseLint.sentences(statement, LikelihoodScale.ICD203))
                                .isEmpty();
                        assertThat(statement).startsWith("Confidence is ").endsWith(".");
                    }
                }
            }
        }
    }

    private static Assessment with(Assessment a, Verdict verdict, Confidence confidence) {
        return new Assessment(
                a.scenario(),
                a.provenance(),
                verdict,
                confidence,
                a.balance(),
                a.outsideView(),
                a.groups(),
                a.ledger(),
                a.assumptions(),
                a.findOutNext(),
                a.gaps(),
                a.warnings(),
                a.notes(),
                a.catalogue(),
                a.otherReading());
    }

    @Test
    void pages_about_the_book_keep_to_the_rules() {
        List<String> wrong = new ArrayList<>();
        wrong.addAll(ProseLint.text(
                TextRenderer.render(RuleBookReport.of(BOOK, List.of()), TextStyle.PLAIN), LikelihoodScale.ICD203));
        wrong.addAll(ProseLint.text(
                TextRenderer.render(CatalogueReport.list(BOOK.catalogue()), TextStyle.PLAIN), LikelihoodScale.ICD203));
        BOOK.rules()
                .forEach(rule -> wrong.addAll(ProseLint.text(
                        TextRenderer.render(RuleReport.one(rule, BOOK), TextStyle.PLAIN), LikelihoodScale.ICD203)));
        BOOK.catalogue()
                .indicators()
                .forEach(indicator -> wrong.addAll(ProseLint.text(
                        TextRenderer.render(CatalogueReport.one(indicator, BOOK.catalogue()), TextStyle.PLAIN),
                        LikelihoodScale.ICD203)));
        wrong.addAll(ProseLint.markdown(
                MarkdownRenderer.render(RuleBookReport.of(BOOK, Shipped.BOOK.inventory())), LikelihoodScale.ICD203));
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_text_of_the_book_keeps_to_the_rules() {
        List<String> texts = new ArrayList<>();
        BOOK.rules().forEach(rule -> {
            texts.add(rule.claim());
            rule.projectAssumption().ifPresent(texts::add);
        });
        BOOK.catalogue().groups().forEach(group -> texts.add(group.label()));
        for (Indicator indicator : BOOK.catalogue().indicators()) {
            texts.add(indicator.label());
            texts.add(indicator.source());
            indicator.note().ifPresent(texts::add);
            texts.addAll(indicator.anchors().values());
            indicator.cutPoints().forEach(cut -> texts.add(cut.reason()));
            indicator.dataNotes().forEach(note -> texts.add(note.note()));
        }
        BOOK.catalogue().dataNotes().forEach(note -> texts.add(note.note()));
        for (Question question : Question.values()) {
            BOOK.weights().of(question).values().forEach(figure -> texts.add(figure.reason()));
        }
        BOOK.ceilings().values().forEach(ceiling -> texts.add(ceiling.reason()));
        BOOK.baseRates().values().forEach(figure -> texts.add(figure.reason()));
        BOOK.relationship().floors().values().forEach(figure -> texts.add(figure.reason()));
        texts.add(BOOK.relationship().withPact().reason());
        texts.add(BOOK.relationship().withSwitch().reason());
        texts.addAll(confidenceReasons());
        for (InventoryItem item : Shipped.BOOK.inventory()) {
            texts.add(item.words());
            item.leftOut().ifPresent(texts::add);
            item.partly().ifPresent(texts::add);
        }
        assertThat(wrong(texts)).isEmpty();
    }

    private static List<String> confidenceReasons() {
        var scheme = BOOK.confidence();
        List<Parameter> figures = new ArrayList<>(scheme.reliability().values());
        figures.addAll(scheme.credibility().values());
        figures.addAll(List.of(
                scheme.ungraded(),
                scheme.assumedCoverage(),
                scheme.freshYears(),
                scheme.high(),
                scheme.moderate(),
                scheme.stepDownBelow(),
                scheme.longViewYears(),
                scheme.wideBands()));
        return figures.stream().map(Parameter::reason).toList();
    }

    @Test
    void every_text_of_the_scenarios_keeps_to_the_rules() {
        List<String> texts = new ArrayList<>();
        for (String id : Shipped.scenarioIds()) {
            Scenario scenario = Shipped.scenario(id);
            texts.add(scenario.title());
            scenario.narrative().ifPresent(texts::add);
            scenario.observed().ifPresent(observed -> texts.add(observed.source()));
            scenario.sources().forEach(source -> texts.add(source.ref()));
            scenario.readings().values().forEach(reading -> reading.note().ifPresent(texts::add));
        }
        assertThat(wrong(texts)).isEmpty();
    }

    @Test
    void the_sentence_of_every_case_keeps_to_the_rules() throws IOException {
        List<String> texts = new ArrayList<>();
        try (var files = Files.list(Shipped.RULES.resolve("cases"))) {
            for (var file : files.sorted().toList()) {
                Matcher sentence = Pattern.compile("\"sentence\": \"(.*)\"")
                        .matcher(Files.readString(file, StandardCharsets.UTF_8));
                assertThat(sentence.find()).as(file.toString()).isTrue();
                texts.add(sentence.group(1));
            }
        }
        assertThat(wrong(texts)).isEmpty();
    }

    private static List<String> wrong(List<String> texts) {
        return texts.stream()
                .filter(text -> ADMIRALTY.stream().noneMatch(text::startsWith))
                .flatMap(text -> ProseLint.sentences(text, LikelihoodScale.ICD203).stream())
                .distinct()
                .toList();
    }

    @Test
    void the_rules_themselves_find_what_they_are_for() {
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
        bad.forEach((sentence, what) -> assertThat(ProseLint.sentences(sentence, LikelihoodScale.ICD203))
                .as(sentence)
                .anyMatch(found -> found.contains(what)));
        assertThat(ProseLint.text("A line with a blank \nand one\u00A0that is glued\n\n", LikelihoodScale.ICD203))
                .hasSize(3);
        assertThat(ProseLint.text("x".repeat(81) + "\n", LikelihoodScale.ICD203))
                .hasSize(1);
        List<String> good = List.of(
                "It is very unlikely (5–20 %): 5.9 %. Confidence is moderate.",
                "Will of the two leaderships to ally: reads 1, low.",
                "The agreement of May 2014 stands.",
                "Too little political will is named.");
        good.forEach(sentence -> assertThat(ProseLint.sentences(sentence, LikelihoodScale.ICD203))
                .isEmpty());
        assertThat(ProseLint.sentences("It has a realistic possibility (40–<50 %): 44.0 %.", LikelihoodScale.PHIA))
                .isEmpty();
    }
}

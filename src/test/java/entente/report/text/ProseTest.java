package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.flip.FlipResult;
import entente.analysis.flip.FlipResult.FlipTarget;
import entente.analysis.flip.FlipSearch;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.model.Band;
import entente.model.Commitment;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Relationship;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.Warning;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.VerdictFlag;
import entente.model.rule.CeilingKind;
import entente.model.rule.Rule;
import entente.report.form.Answer;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.html.HtmlRendererTest;
import entente.report.json.AssessmentJson;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.report.wording.DetailLevel;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.testkit.DynamicTests;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Applies {@link ProseLint} to every generated sentence and every displayed text. */
class ProseTest extends ProseFixture {

    private static Map<String, Assessment> allAssessments() {
        Map<String, Assessment> all = new LinkedHashMap<>();
        Shipped.scenarioIds().forEach(id -> all.put(id, Shipped.assess(id)));
        all.putAll(UnusualAssessments.all());
        return all;
    }

    @TestFactory
    Stream<DynamicTest> textsOfEveryScenarioPassProseLint() {
        return textsPass(LikelihoodScale.ICD203);
    }

    @TestFactory
    @Tag("thorough")
    Stream<DynamicTest> textsInTheOtherScalePassProseLint() {
        return textsPass(LikelihoodScale.PHIA);
    }

    private static Stream<DynamicTest> textsPass(LikelihoodScale scale) {
        return allAssessments().entrySet().stream()
                .map(entry -> DynamicTests.test(entry.getKey(), () -> {
                    List<String> wrong = new ArrayList<>();
                    for (DetailLevel explain : DetailLevel.values()) {
                        Answer report = Verdicts.report(entry.getValue(), scale, explain);
                        wrong.addAll(ProseLint.text(TextRenderer.render(report, TextStyle.PLAIN), scale));
                        wrong.addAll(ProseLint.markdown(MarkdownPage.render(report), scale));
                    }
                    // The ledger is written in one scale.
                    wrong.addAll(ProseLint.text(
                            TextRenderer.render(Answers.ledger(entry.getValue()), TextStyle.PLAIN),
                            LikelihoodScale.ICD203));
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
                    wrong.addAll(ProseLint.text(
                            TextRenderer.render(Answers.flip(result, 2), TextStyle.PLAIN), LikelihoodScale.ICD203));
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
            wrong.addAll(ProseLint.text(
                    TextRenderer.render(Answers.sensitivity(result, true), TextStyle.PLAIN), LikelihoodScale.ICD203));
            wrong.addAll(ProseLint.text(
                    TextRenderer.render(Answers.sensitivity(result, false), TextStyle.PLAIN), LikelihoodScale.ICD203));
            wrong.addAll(ProseLint.markdown(
                    MarkdownPage.render(Answers.sensitivity(result, false)), LikelihoodScale.ICD203));
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
            assertThat(ProseLint.table(Verdicts.in("text", all, scale, TextStyle.PLAIN), scale))
                    .isEmpty();
            assertThat(ProseLint.markdown(Verdicts.in("md", all, scale, TextStyle.PLAIN), scale))
                    .isEmpty();
        }
    }

    @Test
    void singleLedgerRowsPassProseLint() {
        List<String> wrong = new ArrayList<>();
        Map<String, Assessment> all = allAssessments();
        all.keySet().retainAll(List.of("baseline-2018", "taiwan-war", "border-war-1969", "nothing known"));
        assertThat(all).hasSize(4);
        for (Assessment assessment : all.values()) {
            for (Rule rule : BOOK.cards()) {
                wrong.addAll(ProseLint.text(
                        TextRenderer.render(Answers.ledgerRule(assessment, rule.id(), Map.of()), TextStyle.PLAIN),
                        LikelihoodScale.ICD203));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void sentencesInJsonPassProseLint() {
        allAssessments().forEach((name, assessment) -> {
            assertThat(ProseRules.sentences(VerdictSentences.confidence(assessment), LikelihoodScale.ICD203))
                    .isEmpty();
            assertThat(AssessmentJson.document(LikelihoodScale.ICD203).pretty(assessment))
                    .as(name)
                    .doesNotContain("\u00A0");
        });
    }
}

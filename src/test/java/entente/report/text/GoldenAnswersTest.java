package entente.report.text;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.model.Band;
import entente.model.ExplorationQuestion;
import entente.model.ExplorationQuestion.Discover;
import entente.model.Grade;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.report.csv.ResultTable;
import entente.report.form.Answer;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.json.AssessmentJson;
import entente.report.json.SensitivityJson;
import entente.report.markdown.MarkdownPage;
import entente.report.question.Answers;
import entente.report.wording.DetailLevel;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import entente.testkit.BookFolder;
import entente.testkit.Golden;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A whole answer to each question in each medium, for a scenario that has much of what the answer can show. */
class GoldenAnswersTest {

    private static final Path FOLDER = Golden.RESOURCES.resolve("golden");

    @Test
    void assessmentsMatchTheGoldens() {
        Assessment small = smallAssessment();
        Golden.checkFolder(
                FOLDER.resolve("assessment"),
                Map.of(
                        "baseline-2018.txt", summary("baseline-2018"),
                        "sino-soviet-alliance-1950.txt", summary("sino-soviet-alliance-1950"),
                        "total-decoupling.full.txt", text(full(Shipped.ASSESSOR, Shipped.assess("total-decoupling"))),
                        "small-book.full.md", MarkdownPage.render(full(SMALL, small)),
                        "small-book.ledger.txt", text(Answers.ledger(small)),
                        "small-book.json",
                                AssessmentJson.document(LikelihoodScale.ICD203).pretty(small)));
    }

    private static Answer full(Assessor assessor, Assessment assessment) {
        int kept = new SensitivityAnalysis(assessor).drawsThatKeepBand(assessment.scenario());
        return Answers.assessment(assessment, LikelihoodScale.ICD203, OptionalInt.of(kept));
    }

    private static String summary(String id) {
        return text(Verdicts.report(Shipped.assess(id), LikelihoodScale.ICD203, DetailLevel.SUMMARY));
    }

    private static String text(Answer answer) {
        return TextRenderer.render(answer, TextStyle.PLAIN);
    }

    /** Of nine rules, so that the form of an answer shows and no figure of a shipped book. */
    private static final Assessor SMALL = new Assessor(Shipped.open(BookFolder.BASE));

    private static Assessment smallAssessment() {
        String scenario = """
                {"id": "s", "title": "A small world", "asOf": "2020-01-01", "narrative": "It is small.",
                 "assumptions": {"baseRatePercent": 12}, "sources": [{"id": "a", "ref": "An almanac, 2019"}],
                 "readings": {
                  "export_share_pct": {"value": 18, "low": 12, "high": 20, "source": "a", "grade": "B2"},
                  "shock_severity": {"value": 2, "status": "assumed", "note": "A guess."},
                  "treaty_commitment_level": 2}}
                """;
        return SMALL.assess(Shipped.accepted(new ScenarioReader(Vocabulary.of(SMALL.book()))
                .read(scenario.getBytes(StandardCharsets.UTF_8), Shipped.SHELF)));
    }

    @Test
    void sensitivitiesMatchTheGoldens() {
        SensitivityResult result =
                new SensitivityAnalysis(Shipped.ASSESSOR).analyze(Shipped.scenario("status-quo-2025"));
        check(
                "sensitivity/status-quo-2025",
                Answers.sensitivity(result, false),
                ResultTable.SENSITIVITY.write(SensitivityJson.of(result, false)));
    }

    /** With a condition, an unrated reading and the conditions for a verdict. */
    @Test
    void explorationsMatchTheGoldens() {
        ExplorationQuestion question = new ExplorationQuestion(
                Shipped.with(
                        "total-decoupling",
                        Map.of(
                                "shock_suddenness",
                                "any",
                                "treaty_commitment_level",
                                "LOW:0.2,MODERATE:0.6,VERY_HIGH:0.2")),
                Map.of("joint_exercises_per_year", Grade.HIGH),
                false,
                Optional.of(new Discover(Band.ROUGHLY_EVEN, Set.of())));
        ExplorationResult result = new Exploration(Shipped.ASSESSOR).explore(question);
        check("exploration/total-decoupling", Answers.exploration(result), ResultTable.EXPLORATION.write(result));
    }

    private static void check(String path, Answer answer, String csv) {
        Path file = FOLDER.resolve(path);
        String name = file.getFileName().toString();
        Golden.checkFolder(
                file.getParent(),
                Map.of(
                        name + ".txt",
                        text(answer),
                        name + ".csv",
                        csv,
                        name + ".md",
                        MarkdownPage.render(answer),
                        name + ".html",
                        HtmlRenderer.render(answer)));
    }
}

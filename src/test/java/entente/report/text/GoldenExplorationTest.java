package entente.report.text;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult;
import entente.model.Band;
import entente.model.ExplorationQuestion;
import entente.model.ExplorationQuestion.Discover;
import entente.model.Grade;
import entente.report.csv.ExplorationCsv;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.json.ExplorationJson;
import entente.report.markdown.MarkdownRenderer;
import entente.report.question.Answers;
import entente.testkit.DynamicTests;
import entente.testkit.Golden;
import entente.testkit.Shipped;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An exploration with a condition, an unrated reading and the conditions for a verdict, in every format. */
class GoldenExplorationTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "exploration");
    private static final Map<String, Function<ExplorationResult, String>> FORMS = Map.of(
            "txt", result -> TextRenderer.render(Answers.exploration(result), TextStyle.PLAIN),
            "json", ExplorationJson.DOCUMENT::pretty,
            "csv", ExplorationCsv::write,
            "md", result -> MarkdownRenderer.render(Answers.exploration(result)),
            "html", result -> HtmlRenderer.render(Answers.exploration(result)));

    @TestFactory
    Stream<DynamicTest> everyFormatMatchesTheGolden() {
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
        return FORMS.entrySet().stream()
                .map(form -> DynamicTests.test(
                        form.getKey(),
                        () -> Golden.check(
                                FOLDER.resolve("total-decoupling." + form.getKey()),
                                form.getValue().apply(result))));
    }
}

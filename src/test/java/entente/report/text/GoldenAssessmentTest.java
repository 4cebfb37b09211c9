package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.report.form.TextStyle;
import entente.report.json.AssessmentJson;
import entente.report.markdown.MarkdownRenderer;
import entente.report.question.Answers;
import entente.report.wording.DetailLevel;
import entente.testkit.DynamicTests;
import entente.testkit.Golden;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Complete explanations against golden files, except digests and versions. */
class GoldenAssessmentTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "briefing");
    private static final List<String> IN_FULL =
            List.of("baseline-2018", "total-decoupling", "sino-soviet-alliance-1950");
    private static final LikelihoodScale SCALE = LikelihoodScale.ICD203;

    private static Map<String, Supplier<String>> files() {
        Map<String, Supplier<String>> files = new TreeMap<>();
        for (String id : Shipped.scenarioIds()) {
            files.put(id + ".txt", () -> text(id, DetailLevel.SUMMARY));
        }
        for (String id : IN_FULL) {
            files.put(id + ".full.txt", () -> text(id, DetailLevel.FULL));
            files.put(
                    id + ".full.md",
                    () -> MarkdownRenderer.render(Answers.assessment(Shipped.assess(id), SCALE, DetailLevel.FULL)));
            files.put(
                    id + ".ledger.txt", () -> TextRenderer.render(Answers.ledger(Shipped.assess(id)), TextStyle.PLAIN));
        }
        files.put("baseline-2018.json", () -> AssessmentJson.document(SCALE).pretty(Shipped.assess("baseline-2018")));
        return files;
    }

    private static String text(String id, DetailLevel explain) {
        return TextRenderer.render(Answers.assessment(Shipped.assess(id), SCALE, explain), TextStyle.PLAIN);
    }

    @TestFactory
    Stream<DynamicTest> explanationMatchesTheGolden() {
        return files().entrySet().stream()
                .map(file -> DynamicTests.test(
                        file.getKey(),
                        () -> Golden.check(
                                FOLDER.resolve(file.getKey()), file.getValue().get())));
    }

    @Test
    void noGoldenFileIsUnused() throws IOException {
        try (Stream<Path> kept = Files.list(FOLDER)) {
            assertThat(kept.map(file -> file.getFileName().toString())).hasSameElementsAs(files().keySet());
        }
    }
}

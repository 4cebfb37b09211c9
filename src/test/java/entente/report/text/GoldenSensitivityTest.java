package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.Shipped;
import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.report.GoldenTexts;
import entente.report.csv.SensitivityCsv;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.json.SensitivityJson;
import entente.report.markdown.MarkdownRenderer;
import entente.report.question.SensitivityReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What moves two of the scenarios, in every form, word for word. */
class GoldenSensitivityTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "sensitivity");
    private static final List<String> IDS = List.of("baseline-2018", "status-quo-2025");
    private static final Map<String, Function<SensitivityResult, String>> FORMS = Map.of(
            "txt", result -> TextRenderer.render(SensitivityReport.of(result, false), TextStyle.PLAIN),
            "json", result -> SensitivityJson.write(result, false),
            "csv", result -> SensitivityCsv.write(result, false),
            "md", result -> MarkdownRenderer.render(SensitivityReport.of(result, false)),
            "html", result -> HtmlRenderer.render(SensitivityReport.of(result, false)));

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (String id : IDS) {
            SensitivityResult result = new SensitivityAnalysis(Shipped.ASSESSOR).analyze(Shipped.scenario(id));
            FORMS.forEach((form, writer) -> files.put(id + "." + form, stable(result, writer.apply(result))));
        }
        return files;
    }

    /** What changes with every edit of a rule or a release is replaced by as many signs. */
    private static String stable(SensitivityResult result, String text) {
        String stable = text;
        for (String digest : List.of(
                result.current().provenance().rulesSha256(),
                result.current().scenario().sha256())) {
            stable = stable.replace(digest, "0".repeat(64)).replace(digest.substring(0, 8), "0".repeat(8));
        }
        return stable.replace(result.current().provenance().engine(), "0.0.0");
    }

    @TestFactory
    Stream<DynamicTest> each_form_is_the_one_on_file() {
        return files().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(), () -> GoldenTexts.check(FOLDER.resolve(file.getKey()), file.getValue())));
    }

    @Test
    void no_file_is_left_over() throws IOException {
        try (Stream<Path> kept = Files.list(FOLDER)) {
            assertThat(kept.map(file -> file.getFileName().toString())).hasSameElementsAs(files().keySet());
        }
    }
}

package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.report.csv.SensitivityCsv;
import entente.report.form.TextStyle;
import entente.report.html.HtmlRenderer;
import entente.report.json.SensitivityJson;
import entente.report.markdown.MarkdownRenderer;
import entente.report.question.Answers;
import entente.testkit.DynamicTests;
import entente.testkit.Golden;
import entente.testkit.Shipped;
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

/** The sensitivities of two scenarios in every format against golden files. */
class GoldenSensitivityTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "sensitivity");
    private static final List<String> IDS = List.of("baseline-2018", "status-quo-2025");
    private static final Map<String, Function<SensitivityResult, String>> FORMS = Map.of(
            "txt", result -> TextRenderer.render(Answers.sensitivity(result, false), TextStyle.PLAIN),
            "json", result -> SensitivityJson.write(result, false),
            "csv", result -> SensitivityCsv.write(result, false),
            "md", result -> MarkdownRenderer.render(Answers.sensitivity(result, false)),
            "html", result -> HtmlRenderer.render(Answers.sensitivity(result, false)));

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (String id : IDS) {
            SensitivityResult result = new SensitivityAnalysis(Shipped.ASSESSOR).analyze(Shipped.scenario(id));
            FORMS.forEach((form, writer) -> files.put(id + "." + form, writer.apply(result)));
        }
        return files;
    }

    @TestFactory
    Stream<DynamicTest> everyFormatMatchesTheGolden() {
        return files().entrySet().stream()
                .map(file -> DynamicTests.test(
                        file.getKey(), () -> Golden.check(FOLDER.resolve(file.getKey()), file.getValue())));
    }

    @Test
    void noGoldenFileIsUnused() throws IOException {
        try (Stream<Path> kept = Files.list(FOLDER)) {
            assertThat(kept.map(file -> file.getFileName().toString())).hasSameElementsAs(files().keySet());
        }
    }
}

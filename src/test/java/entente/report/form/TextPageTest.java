package entente.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.rule.RuleBook;
import entente.report.question.Answers;
import entente.report.text.TextRenderer;
import entente.report.text.UnusualAssessments;
import entente.report.wording.DetailLevel;
import entente.report.wording.Wording;
import entente.testkit.Shipped;
import entente.testkit.Verdicts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextPageTest {

    private static final String LONG = "Russia sees itself as a great power and rejects second rank, "
            .repeat(3)
            .strip();

    private static TextPage page() {
        return new TextPage(TextStyle.PLAIN);
    }

    @Test
    void paragraphIsWrappedAtWordsAndIndented() {
        assertThat(page().paragraph(4, LONG).toString().lines())
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.startsWith("    R") || line.startsWith("    ") && line.length() <= 80);
    }

    @Test
    void hangingParagraphIndentsItsContinuationLines() {
        String[] lines = page().hanging(2, 6, LONG).toString().split("\n");
        assertThat(lines[0]).startsWith("  R");
        assertThat(Arrays.stream(lines).skip(1)).allMatch(line -> line.matches(" {6}\\S.*"));
    }

    @Test
    void wrappingKeepsAllTextForAnyWhitespace() {
        Random random = new Random(7);
        for (int n = 0; n < 500; n++) {
            String text = IntStream.range(0, random.nextInt(60))
                    .mapToObj(i -> "x".repeat(random.nextInt(100)) + " \t\n".charAt(random.nextInt(3)))
                    .collect(Collectors.joining());
            String solid = text.replaceAll("\\s", "");
            for (TextPage written : new TextPage[] {
                page().paragraph(3, text), page().hanging(2, 7, text), page().labelled(2, "", 9, text)
            }) {
                assertThat(written.toString().replaceAll("\\s", "")).isEqualTo(solid);
                assertThat(written.toString().lines()).allMatch(line -> TextPage.width(line) <= TextPage.WIDTH);
            }
        }
    }

    @Test
    void overlongWordIsSplitBetweenCodePoints() {
        String letters = "𝔞".repeat(200);
        String written = page().paragraph(0, letters).toString();
        assertThat(written.lines()).hasSize(3).allMatch(line -> TextPage.width(line) <= TextPage.WIDTH);
        assertThat(written.replace("\n", "")).isEqualTo(letters);
    }

    @Test
    void nonBreakingSpaceIsPrintedAsSpace() {
        String glued = "a".repeat(77) + " 5" + Wording.GLUE + "%";
        assertThat(page().paragraph(0, glued).toString()).isEqualTo("a".repeat(77) + "\n5 %\n");
    }

    private static final String CODE = "\u001B\\[[0-9;]*m";

    @Test
    void colourAddsCodesOnly() {
        List<Assessment> all = new ArrayList<>(
                Shipped.scenarioIds().stream().map(Shipped::assess).toList());
        all.addAll(UnusualAssessments.all().values());
        for (Assessment assessment : all) {
            for (LikelihoodScale scale : LikelihoodScale.values()) {
                for (DetailLevel explain : DetailLevel.values()) {
                    same(style -> TextRenderer.render(Verdicts.report(assessment, scale, explain), style));
                }
                same(style -> Verdicts.in("text", all, scale, style));
            }
            same(style -> TextRenderer.render(Answers.ledger(assessment), style));
            same(style -> TextRenderer.render(Answers.ledgerRule(assessment, "deterrent_spent", Map.of()), style));
        }
    }

    @Test
    void colourAddsCodesOnlyToPagesAboutTheBook() {
        RuleBook book = Shipped.BOOK.book();
        same(style -> TextRenderer.render(Answers.rules(book, List.of()), style));
        book.rules().forEach(rule -> same(style -> TextRenderer.render(Answers.rule(rule, book, Map.of()), style)));
        same(style -> TextRenderer.render(Answers.indicators(book.catalogue()), style));
        book.catalogue()
                .indicators()
                .forEach(indicator -> same(
                        style -> TextRenderer.render(Answers.indicator(indicator, book.catalogue(), Map.of()), style)));
    }

    private static void same(Function<TextStyle, String> text) {
        String coloured = text.apply(TextStyle.COLOUR);
        assertThat(coloured).contains("\u001B[");
        assertThat(coloured.replaceAll(CODE, ""))
                .isEqualTo(text.apply(TextStyle.PLAIN))
                .doesNotContain("\u001B");
    }
}

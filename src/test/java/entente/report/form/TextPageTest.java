package entente.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.wording.Wording;
import java.util.Arrays;
import java.util.Random;
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
    void lineIsFilledToTheLastColumn() {
        String fits = "a".repeat(39) + " " + "b".repeat(40);
        assertThat(page().paragraph(0, fits).toString()).isEqualTo(fits + "\n");
        assertThat(page().paragraph(1, fits).toString().lines()).hasSize(2);
    }

    @Test
    void hangingParagraphIndentsItsContinuationLines() {
        String[] lines = page().hanging(2, 6, LONG).toString().split("\n");
        assertThat(lines[0]).startsWith("  R");
        assertThat(Arrays.stream(lines).skip(1)).allMatch(line -> line.matches(" {6}\\S.*"));
    }

    @Test
    void labelledParagraphIsWrappedInItsColumn() {
        String[] lines = page().labelled(2, "source", 15, LONG).toString().split("\n");
        assertThat(lines[0]).startsWith("  source       Russia");
        assertThat(Arrays.stream(lines).skip(1)).allMatch(line -> line.matches(" {15}\\S.*"));
    }

    @Test
    void overlongLabelShiftsTheParagraph() {
        assertThat(page().labelled(2, "a long label", 8, "and a text").toString())
                .isEqualTo("  a long label and a text\n");
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
    void emptyTextIsAnEmptyLine() {
        assertThat(page().paragraph(2, "").toString()).isEqualTo("\n");
        assertThat(page().hanging(2, 4, "  ").toString()).isEqualTo("\n");
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
}

package entente.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.Answer;
import entente.report.form.EveryBlock;
import entente.report.form.Given;
import entente.report.form.TextPage;
import entente.report.form.TextStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRendererTest {

    private static String text(Answer report) {
        return TextRenderer.render(report, TextStyle.PLAIN);
    }

    private static List<String> table(String rows, Object... given) {
        return text(Given.answer("# t\n\n## Factors\n\n" + rows, given))
                .lines()
                .skip(2)
                .toList();
    }

    @Test
    void everyBlockIsRenderedWithin80Columns() {
        String text = text(EveryBlock.ANSWER);
        assertThat(text)
                .contains(EveryBlock.WORDS)
                .contains("at a terminal", "12345678 in brief", EveryBlock.HOSTILE.substring(0, 25))
                .doesNotContain("for documents", EveryBlock.DIGEST);
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(TextPage.width(line)).isLessThanOrEqualTo(80));
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
        assertThat(text.replace("x\n", "x").replaceAll("\\s", "")).contains("x".repeat(12));
    }

    @Test
    void numbersAreRightAlignedOnTheLastLineOfARow() {
        String claim = "Russia sees itself as a great power and rejects second rank, "
                .repeat(2)
                .strip();
        List<String> lines = table("""
                |  | points | article |
                |---|------:|--------------|
                | **{}** | −3.00 | §3 ¶4 +2 |
                | Short | +10.00 | assumption |
                """, claim);
        assertThat(lines.get(0)).isEqualTo("Factors" + " ".repeat(53) + "points  article");
        assertThat(lines.get(1)).startsWith("  Russia").doesNotContain("−3.00");
        assertThat(lines.get(lines.size() - 2).indexOf("−3.00") + 5).isEqualTo(66);
        assertThat(lines.get(lines.size() - 2).indexOf("§3")).isEqualTo(68);
        assertThat(lines.get(lines.size() - 1)).startsWith("    Short");
        assertThat(lines.get(lines.size() - 1).indexOf("+10.00") + 6).isEqualTo(66);
    }

    @Test
    void overlongIdHasItsOwnLineAndIsNotTruncated() {
        String id = "a-very-long-id-for-a-scenario-that-somebody-made-up-one-day";
        List<String> lines = table("|  | Likelihood |\n|---|" + "-".repeat(40) + "|\n| {} | 5.9 % |\n", id);
        assertThat(lines.get(1).strip()).isEqualTo(id);
    }
}

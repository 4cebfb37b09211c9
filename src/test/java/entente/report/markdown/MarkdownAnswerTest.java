package entente.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.EveryBlock;
import entente.report.form.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownAnswerTest {

    @Test
    void everyBlockIsRenderedAndItsTextEscaped() {
        String md = MarkdownPage.render(EveryBlock.ANSWER);
        assertThat(md)
                .contains(EveryBlock.WORDS)
                .contains("for documents", EveryBlock.DIGEST)
                .doesNotContain("at a terminal", "<script", "\n# no heading");
        assertThat(md)
                .contains("# the title\n\nthe subtitle\n")
                .contains("\n## the list\n\n- the item\n  - the part of an item\n")
                .contains("\n**the answer**\n")
                .contains("\n> the quotation\n")
                .contains("| the label | points | words | below |\n|---|---:|---|---|\n")
                .contains("| **the total** | +1.00 |")
                .contains("| the row | −1.00 |", "| **● the marked row** | −2.00 |")
                .contains("| *the remark on a row* |  |  |  |\n", "\n\nthe remark on the table\n")
                .contains("\n---\n\nthe caveat\n");
    }

    /** Each row has as many cells as the head, for any text. */
    @Test
    void textIsEscapedInTableCells() {
        MarkdownPage.render(EveryBlock.ANSWER)
                .lines()
                .dropWhile(line -> !line.startsWith("| the label"))
                .takeWhile(line -> line.startsWith("|"))
                .forEach(line ->
                        assertThat(line.split("(?<!\\\\)\\|", -1)).as(line).hasSize(6));
    }

    @ParameterizedTest
    @CsvSource({
        "# a, \\# a",
        "- a, \\- a",
        "+ a, \\+ a",
        "1. a, 1\\. a",
        "> a, \\> a",
        "+0.40 of it, +0.40 of it",
        "a_b, a_b",
        "_a_, \\_a\\_",
        "R&D, R&D",
        "&lt;, &amp;lt;",
        "a~b, a\\~b",
        "a `b`, a \\`b\\`",
        "<b> and < 5, &lt;b> and < 5"
    })
    void onlyMarkupCharactersAreEscaped(String text, String escaped) {
        assertThat(MarkdownPage.render(Given.paragraph("t", text))).isEqualTo("# t\n\n" + escaped + "\n");
    }
}

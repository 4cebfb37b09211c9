package entente.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.EveryBlock;
import entente.report.form.Given;
import entente.report.form.Medium;
import entente.report.form.Table;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownPageTest {

    private static final List<String> SIGNS = Stream.concat(
                    Stream.of("<>&;#*_`~[]()!\\|:-+=.1a \"'/é\u00A0".split("")),
                    Stream.of("amp;", ":::", "http://a.b", "---", "<b>"))
            .toList();

    private static Node read(String given) {
        return MarkdownTree.parse(MarkdownPage.of(
                Given.answer(
                        "# {}\n\n{}\n\n|  | {} |\n|---|--------:|\n| {} | {} |\n", given, given, given, given, given),
                Medium.HTML));
    }

    /** Whatever a scenario says is read back as it was, and as nothing but text. */
    @Test
    void whatIsGivenNeverBecomesMarkup() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String given = random.ints(1 + random.nextInt(8), 0, SIGNS.size())
                    .mapToObj(SIGNS::get)
                    .collect(Collectors.joining("", "x", "x"))
                    .substring(random.nextInt(2));
            given = given.strip();
            List<Node> blocks = MarkdownTree.children(read(given));
            assertThat(blocks).as(given).hasSize(3);
            Table table = MarkdownTree.table((TableBlock) blocks.get(2), "");
            assertThat(List.of(
                            MarkdownTree.text(blocks.get(0)),
                            MarkdownTree.text(blocks.get(1)),
                            table.columns().get(0).title(),
                            table.rows().get(0).text().text(),
                            table.rows().get(0).cells().get(0).text()))
                    .as(given)
                    .containsOnly(given);
        }
    }

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

    @ParameterizedTest
    @CsvSource({
        "# a, \\# a",
        "+0.40 of it, +0.40 of it",
        "a_b, a_b",
        "R&D, R&D",
        "&lt;, &amp;lt;",
        "<b> and < 5, &lt;b> and < 5"
    })
    void onlyMarkupCharactersAreEscaped(String text, String escaped) {
        assertThat(MarkdownPage.render(Given.paragraph("t", text))).isEqualTo("# t\n\n" + escaped + "\n");
    }
}

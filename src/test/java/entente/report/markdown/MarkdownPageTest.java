package entente.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.EveryBlock;
import entente.report.form.Given;
import entente.report.form.Medium;
import entente.report.form.Table;
import entente.report.html.HtmlRenderer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

    private static final List<String> SIGNS = List.of(
            "<",
            ">",
            "&",
            ";",
            "#",
            "*",
            "_",
            "`",
            "~",
            "[",
            "]",
            "(",
            ")",
            "!",
            "\\",
            "|",
            ":",
            "-",
            "+",
            "=",
            ".",
            "1",
            "a",
            " ",
            "\"",
            "'",
            "/",
            "é",
            "amp;",
            ":::",
            "http://a.b",
            "---",
            "<b>",
            "\u00A0");

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
    void noLinkAndNoTagOfOthersIsInAPage() {
        String page = HtmlRenderer.render(Given.paragraph(EveryBlock.HOSTILE, EveryBlock.HOSTILE));
        assertThat(page).doesNotContain("<a ", "<script", "<em>", "<code>");
    }
}

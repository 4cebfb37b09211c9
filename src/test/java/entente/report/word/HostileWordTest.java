package entente.report.word;

import static entente.report.word.WordFixture.read;
import static entente.report.word.WordFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of a scenario stays text. */
class HostileWordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:r><w:t>x</w:t></w:r></w:p></w:body>",
                "{ HYPERLINK \"https://example.org\" }",
                "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k calc.exe\" }",
                "INCLUDETEXT \"/etc/passwd\"",
                "https://example.org and mailto:a@example.org",
                "a & b &amp; &lt; &#60; &unknown; ]]> <![CDATA[ x ]]>",
                "_x0000_ _x000D_ %1 \\t \\*",
                "Война, 戦争, 🐉",
                "a\u00A0b  c"
            })
    void textIsKeptWithoutLossAsText(String untrusted) {
        byte[] bytes = WordRenderer.render(WordFixture.of(untrusted));
        XWPFDocument document = read(bytes);
        assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                .containsExactly(untrusted, untrusted, untrusted);
        assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo(untrusted);
        assertThat(document.getHyperlinks()).isEmpty();
        assertThat(WordFixture.parts(bytes).get("word/document.xml"))
                .doesNotContain("<w:fldSimple", "<w:instrText", "<w:fldChar", "<w:hyperlink", "<w:object");
        assertThat(WordFixture.parts(bytes).values()).noneMatch(part -> part.contains("TargetMode"));
    }

    @Test
    void controlCharactersAndBidirectionalControlsAreReplaced() {
        String untrusted = "a\u0000b\u0008c\u001Bd\u007Fe\u0085f\uFFFEg\uD800h\u202Ei\u2066j";
        String shown = "a?b?c?d?e?f?g?h?i?j".replace('?', '\uFFFD');
        XWPFDocument document = read(WordFixture.of(untrusted));
        assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                .containsExactly(shown, shown, shown);
        assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo(shown);
    }

    @Test
    void endsOfLinesAreBlanks() {
        assertThat(read(report("{}", "a\r\nb\rc\nd\te")).getParagraphs().get(1).getText())
                .isEqualTo("a b c d e");
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
    @Tag("thorough")
    void longWordAndLongTableAreWritten() {
        String word = new Random(1)
                .ints(100_000, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String rows = IntStream.rangeClosed(1, 2_000)
                .mapToObj(n -> "| row " + n + " | words " + n + " | +" + n + " |\n")
                .collect(Collectors.joining());
        XWPFDocument document =
                read(report("{}\n\n| label | {} | points |\n|---|----------|---------:|\n" + rows, word, word));
        assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                .contains(word);
        assertThat(document.getTables().get(0).getNumberOfRows()).isEqualTo(2_001);
        assertThat(document.getTables().get(0).getRow(2_000).getCell(2).getText())
                .isEqualTo("+2000");
    }
}

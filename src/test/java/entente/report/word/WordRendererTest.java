package entente.report.word;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.Answer;
import entente.report.form.EveryBlock;
import entente.report.form.Given;
import entente.report.word.WordRenderer.WordStyle;
import entente.testkit.Rendered;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.BodyElementType;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents are opened again with Apache POI; {@code WordDocumentIT} opens one with LibreOffice. */
class WordRendererTest {

    private static final byte[] EVERY = WordRenderer.render(EveryBlock.ANSWER);

    static Answer report(String markdown, Object... given) {
        return Given.answer("# t\n\n" + markdown + "\n", given);
    }

    /** A report in which each text is this one. */
    static Answer of(String untrusted) {
        return Given.answer("# {}\n\n::: about\n{}\n:::\n\n{}\n", untrusted, untrusted, untrusted);
    }

    static XWPFDocument read(Answer report) {
        return read(WordRenderer.render(report));
    }

    static XWPFDocument read(byte[] document) {
        try {
            return new XWPFDocument(new ByteArrayInputStream(document));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<String> texts(XWPFDocument document, String... styles) {
        return document.getParagraphs().stream()
                .filter(paragraph -> List.of(styles).contains(paragraph.getStyle()))
                .map(XWPFParagraph::getText)
                .toList();
    }

    @Test
    void everyBlockIsWrittenWithItsText() {
        String text = new XWPFWordExtractor(read(EVERY)).getText();
        assertThat(text)
                .contains(EveryBlock.WORDS)
                .contains("the picture", "the caption")
                .contains("for documents", EveryBlock.DIGEST, EveryBlock.HOSTILE, "the name: the meaning")
                .doesNotContain("at a terminal", "12345678 in brief");
    }

    @Test
    void headingsAreInOrderBelowTheTitle() {
        XWPFDocument document = read(EVERY);
        assertThat(texts(document, "Title")).containsExactly("the title");
        assertThat(texts(document, "Subtitle")).containsExactly("the subtitle");
        assertThat(texts(document, "Heading1"))
                .containsExactly("the heading", "the list", "the numbered list", "the picture", "the table");
    }

    /** Word counts on through the document unless each list has a numbering of its own. */
    @Test
    void eachNumberedListBeginsWithOne() {
        XWPFDocument document = read(report("## A\n\n1. a\n2. b\n\n## B\n\n1. c"));
        List<BigInteger> lists = document.getParagraphs().stream()
                .filter(paragraph -> "ListNumber".equals(paragraph.getStyle()))
                .map(XWPFParagraph::getNumID)
                .toList();
        assertThat(lists).hasSize(3);
        assertThat(lists.get(0)).isEqualTo(lists.get(1)).isNotEqualTo(lists.get(2));
        assertThat(document.getNumbering()
                        .getNum(lists.get(2))
                        .getCTNum()
                        .getLvlOverrideArray(0)
                        .getStartOverride()
                        .getVal())
                .isEqualTo(BigInteger.ONE);
    }

    @Test
    void everyStyleIsDefined() {
        Map<String, String> parts = Rendered.parts(EVERY);
        List<String> defined = all("w:styleId=\"(\\w+)\"", parts.get("word/styles.xml"));
        assertThat(defined)
                .containsAll(Stream.of(WordStyle.values()).map(WordStyle::id).toList())
                .containsAll(all(
                        "<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val=\"(\\w+)\"",
                        String.join("", parts.values())));
    }

    private static List<String> all(String pattern, String xml) {
        return Pattern.compile(pattern)
                .matcher(xml)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void propertiesHaveTheTitleAndNeitherAuthorNorDates() {
        CoreProperties properties = read(EVERY).getProperties().getCoreProperties();
        assertThat(properties.getTitle()).isEqualTo("the title");
        assertThat(properties.getCreator()).isNull();
        assertThat(Rendered.parts(EVERY).get("docProps/core.xml"))
                .contains("<dc:language>en-GB</dc:language>")
                .doesNotContain("dcterms:created", "dcterms:modified", "creator", "lastModifiedBy");
        assertThat(Rendered.parts(EVERY)).doesNotContainKey("docProps/app.xml");
    }

    private static String markdown(String words) {
        return "\n| label | words | points |\n|---|----------|---------:|\n| a | " + words + " | +1.00 |\n\n";
    }

    @Test
    void cellsAreAsInTheReport() {
        XWPFTable table = read(EveryBlock.ANSWER).getTables().get(0);
        assertThat(table.getRows().stream().map(WordRendererTest::cells))
                .containsExactly(
                        List.of("the label", "points", "words", "below"),
                        List.of("the total", "+1.00", "x".repeat(30), "the cell below"),
                        List.of("the row", "−1.00", EveryBlock.HOSTILE, "·"),
                        List.of("the remark on a row", "", "", ""),
                        List.of("the marked row", "−2.00", "", ""));
        assertThat(table.getStyleID()).isEqualTo("RuledTable");
    }

    private static List<String> cells(XWPFTableRow row) {
        return row.getTableCells().stream().map(XWPFTableCell::getText).toList();
    }

    /** Word would join tables that follow each other, and repairs a document that ends with one. */
    @Test
    void paragraphSeparatesTables() {
        XWPFDocument document = read(report(markdown("b") + "## the heading\n" + markdown("d")));
        assertThat(document.getTables()).hasSize(2);
        assertThat(document.getBodyElements().stream().map(IBodyElement::getElementType))
                .containsExactly(
                        BodyElementType.PARAGRAPH,
                        BodyElementType.TABLE,
                        BodyElementType.PARAGRAPH,
                        BodyElementType.TABLE,
                        BodyElementType.PARAGRAPH);
    }

    @Test
    void rowOfOrdinaryLengthStaysOnOnePage() {
        XWPFDocument document = read(report(markdown("b") + "## the heading\n" + markdown("b".repeat(1_000))));
        assertThat(document.getTables().get(0).getRow(1).isCantSplitRow()).isTrue();
        assertThat(document.getTables().get(1).getRow(1).isCantSplitRow()).isFalse();
    }

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
        byte[] bytes = WordRenderer.render(WordRendererTest.of(untrusted));
        XWPFDocument document = read(bytes);
        assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                .containsExactly(untrusted, untrusted, untrusted);
        assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo(untrusted);
        assertThat(document.getHyperlinks()).isEmpty();
        assertThat(Rendered.parts(bytes).get("word/document.xml"))
                .doesNotContain("<w:fldSimple", "<w:instrText", "<w:fldChar", "<w:hyperlink", "<w:object");
        assertThat(Rendered.parts(bytes).values()).noneMatch(part -> part.contains("TargetMode"));
    }

    @Test
    void controlCharactersAndBidirectionalControlsAreReplaced() {
        String untrusted = "a\u0000b\u0008c\u001Bd\u007Fe\u0085f\uFFFEg\uD800h\u202Ei\u2066j";
        String shown = "a?b?c?d?e?f?g?h?i?j".replace('?', '\uFFFD');
        XWPFDocument document = read(WordRendererTest.of(untrusted));
        assertThat(document.getParagraphs().stream().map(XWPFParagraph::getText))
                .containsExactly(shown, shown, shown);
        assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo(shown);
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

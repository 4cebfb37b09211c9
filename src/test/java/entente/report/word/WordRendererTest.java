package entente.report.word;

import static entente.report.word.WordFixture.read;
import static entente.report.word.WordFixture.report;
import static entente.report.word.WordFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import entente.report.form.EveryBlock;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

/** Documents are opened again with Apache POI; {@code WordDocumentIT} opens one with LibreOffice. */
class WordRendererTest {

    private static final byte[] EVERY = WordRenderer.render(EveryBlock.ANSWER);

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
        assertThat(texts(document, "Heading1", "Heading2"))
                .containsExactly("the heading", "the list", "the numbered list", "the picture", "the table");
        assertThat(texts(document, "Heading2"))
                .containsExactly("the list", "the numbered list", "the picture", "the table");
    }

    /** An outline that began at the second level would have a gap. */
    @Test
    void sectionsAreOfTheFirstLevelWithoutParts() {
        XWPFDocument document = read(report("## A\n\n- a\n\n## B\n\n::: fields\n- n: t\n:::"));
        assertThat(texts(document, "Heading1")).containsExactly("A", "B");
        assertThat(texts(document, "Heading2")).isEmpty();
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
    void proseAndListsHaveTheirStyles() {
        XWPFDocument document = read(EVERY);
        assertThat(texts(document, "Lead")).containsExactly("the answer", EveryBlock.HOSTILE);
        assertThat(texts(document, "Quote")).containsExactly("the quotation");
        assertThat(texts(document, "ListBullet")).containsExactly("the item");
        assertThat(texts(document, "ListBullet2")).containsExactly("the part of an item");
        assertThat(texts(document, "Caption")).contains("the caveat", "the remark on the table");
    }

    @Test
    void everyStyleIsDefined() {
        Map<String, String> parts = WordFixture.parts(EVERY);
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
    void citationStaysOnOneLine() {
        assertThat(read(report("{}", "As §3 ¶4 says.")).getParagraphs().get(1).getText())
                .isEqualTo("As §3\u00A0¶4 says.");
    }

    @Test
    void pageIsA4WithItsNatureAndNumberBelow() {
        Map<String, String> parts = WordFixture.parts(EVERY);
        assertThat(parts.get("word/document.xml")).contains("w:w=\"11906\" w:h=\"16838\"");
        assertThat(read(EVERY).getFooterList())
                .singleElement()
                .satisfies(footer ->
                        assertThat(footer.getText()).contains("A judgement by rules, not a calibrated frequency"));
        assertThat(all("w:instr=\"([^\"]*)\"", parts.get("word/footer.xml"))).containsExactly(" PAGE ", " NUMPAGES ");
    }

    @Test
    void propertiesHaveTheTitleAndNeitherAuthorNorDates() {
        CoreProperties properties = read(EVERY).getProperties().getCoreProperties();
        assertThat(properties.getTitle()).isEqualTo("the title");
        assertThat(properties.getCreator()).isNull();
        assertThat(WordFixture.parts(EVERY).get("docProps/core.xml"))
                .contains("<dc:language>en-GB</dc:language>")
                .doesNotContain("dcterms:created", "dcterms:modified", "creator", "lastModifiedBy");
        assertThat(WordFixture.parts(EVERY)).doesNotContainKey("docProps/app.xml");
    }
}

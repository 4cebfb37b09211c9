package entente.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pages are read back by an XML parser that is not ours. */
public class HtmlWriterTest {

    public static Document read(String page) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (Exception broken) {
            throw new AssertionError("not well-formed: " + broken.getMessage() + "\n" + page, broken);
        }
    }

    public static List<Element> all(Document page, String name) {
        NodeList found = page.getElementsByTagNameNS("*", name);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String page(Consumer<HtmlWriter> body) {
        return HtmlWriter.page("t", "p { color: #000; }", body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</p></body></html><script>",
                "a & b &amp; &lt; &#60; &unknown;",
                "\"double\" 'single' `back`",
                "]]> <![CDATA[ x ]]> <!-- c --> <?php ?>",
                "javascript:alert(1)",
                "Война, 戦争, 🐉",
                "a\u00A0b  c"
            })
    void foreign_text_comes_back_as_it_was_in_text_title_and_attribute(String foreign) {
        String page = HtmlWriter.page(foreign, "", html -> html.element("p", foreign, "title", foreign));
        Document read = read(page);
        Element paragraph = all(read, "p").get(0);
        assertThat(paragraph.getTextContent()).isEqualTo(foreign);
        assertThat(paragraph.getAttribute("title")).isEqualTo(foreign);
        assertThat(all(read, "title").get(0).getTextContent()).isEqualTo(foreign);
        assertThat(all(read, "script")).isEmpty();
        assertThat(page).doesNotContain("<script", "<!--", "<![CDATA[", "<?");
    }

    @Test
    void what_no_page_may_hold_is_replaced_where_it_stands() {
        String foreign = "a\u0000b\u0008c\u001Bd\u007Fe\u0085f\rg\uFFFEh\uFFFFi\uD800j\uDC00k\uD83F\uDFFFl";
        String page = page(html -> html.element("p", foreign, "title", foreign));
        Element paragraph = all(read(page), "p").get(0);
        String shown = "a?b?c?d?e?f?g?h?i?j?k?l".replace('?', '\uFFFD');
        assertThat(paragraph.getTextContent()).isEqualTo(shown);
        assertThat(paragraph.getAttribute("title")).isEqualTo(shown);
    }

    /** Else a title could make the words behind it read backwards. */
    @Test
    void nothing_turns_the_order_of_what_follows() {
        String turning = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
        String page = page(html -> html.element("p", "x" + turning + "y\u200E\u200F"));
        assertThat(all(read(page), "p").get(0).getTextContent())
                .isEqualTo("x" + "\uFFFD".repeat(turning.length()) + "y\u200E\u200F");
    }

    @Test
    void each_character_of_the_first_plane_can_be_read_back() {
        StringBuilder every = new StringBuilder();
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            every.append(c);
        }
        Element paragraph = all(read(page(html -> html.element("p", every.toString()))), "p")
                .get(0);
        assertThat(paragraph.getTextContent()).isEqualTo(HtmlWriter.allowed(every.toString()));
        assertThat(HtmlWriter.allowed(every.toString())).hasSameSizeAs(every);
    }

    @Test
    void a_page_says_its_language_and_forbids_what_would_be_run_or_fetched() {
        Document read = read(page(html -> html.element("p", "x")));
        assertThat(read.getDoctype().getName()).isEqualTo("html");
        assertThat(read.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(read.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/1999/xhtml");
        assertThat(all(read, "meta"))
                .extracting(meta -> meta.getAttribute("charset"))
                .contains("utf-8");
        assertThat(all(read, "meta"))
                .filteredOn(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .extracting(meta -> meta.getAttribute("content"))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'");
    }

    /** HTML closes only elements that never hold anything with a slash; another would swallow the rest of the page. */
    @Test
    void an_element_without_text_has_an_end_of_its_own() {
        assertThat(page(html -> html.element("td", "").empty("br").element("p", () -> {})))
                .contains("<td></td>", "<br/>", "<p></p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a > b { }", "</style>", "a { content: '&'; }"})
    void a_style_sheet_that_html_and_xml_would_read_differently_is_refused(String style) {
        assertThatThrownBy(() -> HtmlWriter.page("t", style, html -> {})).isInstanceOf(IllegalArgumentException.class);
    }
}

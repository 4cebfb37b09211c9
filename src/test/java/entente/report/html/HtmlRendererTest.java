package entente.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.model.Band;
import entente.model.Percent;
import entente.report.form.AllowedText;
import entente.report.form.Axis;
import entente.report.form.CharacterBar;
import entente.report.form.EveryBlock;
import entente.report.form.Given;
import entente.report.form.SwingFigure;
import entente.testkit.Shipped;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pages, which are parsed with the XML parser of the JDK, and their charts. */
public class HtmlRendererTest {

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

    private static String page(String untrusted) {
        return HtmlRenderer.render(Given.answer("# {}\n\n::: about\n{}\n:::\n\n{}\n", untrusted, untrusted, untrusted));
    }

    private static String paragraph(String page) {
        return all(read(page), "p").get(1).getTextContent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a & b &amp; &lt; &#60; &unknown;",
                "\"double\" 'single' `back`",
                "]]> <![CDATA[ x ]]> <!-- c --> <?php ?>",
                "Война, 戦争, 🐉",
                "a\u00A0b  c"
            })
    void textIsEscapedWithoutLoss(String untrusted) {
        String page = page(untrusted);
        Document read = read(page);
        assertThat(paragraph(page)).isEqualTo(untrusted);
        assertThat(all(read, "title").get(0).getTextContent()).isEqualTo(untrusted);
        assertThat(all(read, "h1").get(0).getTextContent()).isEqualTo(untrusted);
        assertThat(all(read, "script")).isEmpty();
        assertThat(page).doesNotContain("<script", "<!--", "<![CDATA[", "<?");
    }

    @Test
    void charactersForbiddenInXmlAreReplaced() {
        String untrusted = "a\u0000b\u0008c\u001Bd\u007Fe\u0085f\rg\uFFFEh\uFFFFi\uD800j\uDC00k\uD83F\uDFFFl";
        assertThat(paragraph(page(untrusted))).isEqualTo("a?b?c?d?e?f g?h?i?j?k?l".replace('?', '\uFFFD'));
    }

    /** Otherwise a title could reverse the text after it. */
    @Test
    void bidirectionalControlsAreReplaced() {
        String controls = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";
        assertThat(paragraph(page("x" + controls + "y\u200E\u200F")))
                .isEqualTo("x" + "\uFFFD".repeat(controls.length()) + "y\u200E\u200F");
    }

    @Test
    void everyCharacterOfTheBasicPlaneIsParsedBack() {
        StringBuilder every = new StringBuilder();
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            every.append(c);
        }
        String line = every.toString().replace('\n', ' ').replace('\r', ' ');
        assertThat(paragraph(page(line))).isEqualTo(AllowedText.of(line));
        assertThat(AllowedText.of(every.toString())).hasSameSizeAs(every);
    }

    @Test
    void pageHasLanguageAndContentSecurityPolicy() {
        Document read = read(page("x"));
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

    /** HTML does not unescape a style element and XML does, so it must have no character that needs escaping. */
    @Test
    void styleSheetIsTheSameInHtmlAndXml() {
        String page = page("x");
        assertThat(page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>")))
                .doesNotContain("<", ">", "&");
    }

    @Test
    void everyBlockIsRenderedAndItsTextEscaped() {
        String page = HtmlRenderer.render(EveryBlock.ANSWER);
        Document read = read(page);
        assertThat(all(read, "script")).isEmpty();
        assertThat(read.getDocumentElement().getTextContent())
                .contains(EveryBlock.WORDS)
                .contains("the reading", "the swings")
                .contains("for documents", EveryBlock.DIGEST)
                .doesNotContain("at a terminal", "12345678 in brief");
        assertThat(all(read, "svg"))
                .hasSize(2)
                .allSatisfy(
                        svg -> assertThat(svg.getAttribute("aria-labelledby").split(" "))
                                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\"")));
        assertThat(all(read, "caption")).hasSize(1);
        assertThat(all(read, "th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("row", "col"));
    }

    // Bars, points and axes show the numbers beside them, in text and HTML.

    private static final String SIGNS = "[├┤┼│─·]{24}";

    private static SensitivityResult result(String id) {
        return new SensitivityAnalysis(Shipped.ASSESSOR).analyze(Shipped.scenario(id));
    }

    private static SwingFigure figure(SensitivityResult result) {
        return SwingFigure.of(result, false);
    }

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void everyBarTouchesTheCurrentLikelihood(String id) {
        SensitivityResult result = result(id);
        CharacterBar bars = new CharacterBar(Axis.over(figure(result)), result.likelihood());
        for (SwingFigure.Bar swing : figure(result).bars()) {
            String bar = bars.of(swing);
            assertThat(bar).matches(SIGNS);
            assertThat(bar.charAt(bars.here())).as(bar).isNotEqualTo('·');
            assertThat(bar.replace("·", "")).as(swing.label()).matches("├─*┤|├─*┼─*┤|┼");
        }
    }

    private static double points(Percent percent) {
        return 10 * Math.log10(percent.value() / (100 - percent.value()));
    }

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void axisSpansAllBarsFromTickToTick(String id) {
        SwingFigure figure = figure(result(id));
        Axis axis = Axis.over(figure);
        assertThat(figure.bars()).allSatisfy(bar -> {
            assertThat(bar.low().likelihood()).isGreaterThanOrEqualTo(axis.from());
            assertThat(bar.high().likelihood()).isLessThanOrEqualTo(axis.to());
        });
        assertThat(axis.ticks()).startsWith(axis.from()).endsWith(axis.to());
        assertThat(Axis.WHOLE.ticks()).containsAll(axis.ticks());
    }

    /** Equal factors of the odds have equal room, and what is beyond an end is at it. */
    @Test
    void placesAreLogOdds() {
        assertThat(Axis.WHOLE.share(50)).isEqualTo(0.5);
        for (Band band : Band.values()) {
            double points = band.from() == 0 ? -30 : 10 * Math.log10(band.from() / (100.0 - band.from()));
            assertThat(Axis.WHOLE.share(band.from())).as("%s", band).isCloseTo((points + 30) / 60, within(0.0005));
        }
        assertThat(List.of(0.0, 0.05, 0.1))
                .allSatisfy(low -> assertThat(Axis.WHOLE.share(low)).isZero());
        assertThat(List.of(99.9, 99.95, 100.0))
                .allSatisfy(high -> assertThat(Axis.WHOLE.share(high)).isEqualTo(1));
        Axis part = new Axis(new Percent(10), new Percent(500));
        assertThat(part.share(0.3)).isZero();
        assertThat(part.share(80)).isEqualTo(1);
        assertThat(part.borders()).containsExactly(5, 20, 45);
    }

    /** 44.9 percent is not on the mark of 45, although both would round to the same column. */
    @Test
    void likelihoodIsOnABandMarkOnlyIfEqual() {
        Axis axis = new Axis(Percent.LOWEST, new Percent(800));
        for (int tenths = 1; tenths <= 800; tenths++) {
            Percent percent = new Percent(tenths);
            CharacterBar bars = new CharacterBar(axis, percent);
            for (int mark : List.of(1, 5, 20)) {
                assertThat(Integer.signum(bars.here() - bars.column(mark)))
                        .as("%s and %d", percent, mark)
                        .isEqualTo(Integer.signum(tenths - mark * 10));
            }
        }
    }
}

package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Scenario;
import entente.model.Scenario.Source;
import entente.report.briefing.Briefing;
import entente.testkit.Records;
import entente.testkit.Shipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Briefings in each medium: the same bytes everywhere, all text found again, nothing in it that acts. */
@Isolated("changes the locale and time zone of the process")
class BriefingMediaTest {

    private static final Briefing BRIEFING = BriefingsTest.briefing(Shipped.scenario("baseline-2018"));

    @ParameterizedTest
    @EnumSource
    void equalBriefingsGiveEqualBytesInAnyLocaleAndTimeZone(BriefingMedium medium) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] first = medium.render(BRIEFING);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(medium.render(BRIEFING)).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void pdfIsTaggedAndHoldsTheText() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(BriefingMedium.PDF.render(BRIEFING))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("en");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(BRIEFING.title());
            assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
            String text =
                    new PDFTextStripper().getText(pdf).replace('\u00A0', ' ').replaceAll("\\s+", " ");
            assertThat(text)
                    .contains(BRIEFING.plainStatement())
                    .contains(
                            "Key judgements",
                            "Indicators to watch",
                            "Key assumptions",
                            "Sources of readings",
                            "Method.")
                    .contains(BRIEFING.judgements().get(0).lead());
        }
    }

    @Test
    void pageFetchesAndRunsNothing() {
        String page = new String(BriefingMedium.HTML.render(BRIEFING), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("default-src &#39;none&#39;")
                .doesNotContain("<script", "<a ", "<img", "<link", "url(http", "@import");
    }

    /** Words of an author: markup, controls, turned text, a very long word, and many sources. */
    @Tag("thorough")
    @Test
    void wordsOfAuthorsAreShownAsTyped() throws IOException {
        Scenario plain = Shipped.scenario("baseline-2018");
        String title =
                "</title><script>alert(1)</script> & =cmd() \u0000\u202E ${7*7} <img src='http://127.0.0.1:9/x'>";
        List<Source> sources = new ArrayList<>(List.of(new Source("long", "w".repeat(100_000))));
        for (int i = 0; i < 300; i++) {
            sources.add(new Source("s" + i, "url(http://127.0.0.1:9/y) @import " + title));
        }
        Briefing briefing =
                BriefingsTest.briefing(Records.with(Records.with(plain, "title", title), "sources", sources));
        String page = new String(BriefingMedium.HTML.render(briefing), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; =cmd() \uFFFD\uFFFD ${7*7} &lt;img")
                .doesNotContain("<script", "<img");
        try (PDDocument pdf = Loader.loadPDF(BriefingMedium.PDF.render(briefing))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("<script>alert(1)");
            assertThat(pdf.getPage(0).getAnnotations()).isEmpty();
        }
        assertThat(new String(BriefingMedium.MD.render(briefing), StandardCharsets.UTF_8))
                .doesNotContain("<script", "<img");
        assertThat(BriefingMedium.DOCX.render(briefing)).isNotEmpty();
    }

    @Test
    void figureIsAnImageWithATextAlternativeAndACaption() throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(BriefingMedium.DOCX.render(BRIEFING)))) {
            assertThat(document.getAllPictures()).singleElement().satisfies(picture -> {
                var image = ImageIO.read(new ByteArrayInputStream(picture.getData()));
                assertThat(image.getWidth()).isGreaterThan(1_000);
                // Ink, not an empty page.
                assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
                assertThat(IntStream.range(0, image.getHeight()).map(y -> image.getRGB(image.getWidth() / 2, y)))
                        .anyMatch(ink -> ink != 0xFFFFFFFF);
            });
            XWPFParagraph paragraph = document.getParagraphs().stream()
                    .filter(one -> one.getRuns().stream()
                            .anyMatch(run -> !run.getEmbeddedPictures().isEmpty()))
                    .findFirst()
                    .orElseThrow();
            assertThat(paragraph
                            .getRuns()
                            .get(0)
                            .getCTR()
                            .getDrawingArray(0)
                            .getInlineArray(0)
                            .getDocPr()
                            .getDescr()
                            .replace('\u00A0', ' '))
                    .startsWith("From the base rate to the result, in evidence points: Base rate over five years ")
                    .contains("Result: " + Shipped.percent(Shipped.assess("baseline-2018")));
            XWPFParagraph caption =
                    document.getParagraphs().get(document.getParagraphs().indexOf(paragraph) + 1);
            assertThat(caption.getStyle()).isEqualTo("Caption");
        }
    }

    /** Can be read aloud and searched: veraPDF finds no violation of PDF/UA-1 that a program can find. */
    @ParameterizedTest
    @Tag("thorough")
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void briefingIsAccessible(String id) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = BriefingMedium.PDF.render(BriefingsTest.briefing(Shipped.scenario(id)));
        PDFAFlavour flavour = PDFAFlavour.PDFUA_1;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            assertThat(validator.validate(parser).getTestAssertions())
                    .extracting(TestAssertion::getMessage)
                    .isEmpty();
        }
    }
}

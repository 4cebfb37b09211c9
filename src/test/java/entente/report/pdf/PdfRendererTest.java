package entente.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfRendererTest {

    private static final String DRAWING = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">%s"
            + "<rect width=\"9\" height=\"9\"/></svg>";

    private static final String PAGE = "<html lang=\"en\"><head><title>A page</title>"
            + "<style>body { font-family: \"Source Sans 3\"; }</style></head><body><p>Rosneft offers affairs</p><p>"
            + DRAWING.formatted("<title>Points</title><desc>Five bars</desc>") + "</p><p>" + DRAWING.formatted("")
            + "</p></body></html>";

    @Test
    void wordsAreFoundAndEachDrawingHasAText() throws IOException {
        try (PDDocument document = Loader.loadPDF(PdfRenderer.render(PAGE, "Entente"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Rosneft offers affairs");
            List<PDStructureElement> figures = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot(), figures);
            assertThat(figures)
                    .extracting(PDStructureElement::getAlternateDescription)
                    .startsWith("Points. Five bars");
            assertThat(figures)
                    .last()
                    .extracting(PDStructureElement::getActualText)
                    .isEqualTo("");
        }
    }

    @Test
    void whatTheTypefaceLacksIsNamed() throws IOException {
        String text = "Ε–ß é “x” − ₽ | \u4e2d\u6587 \u4fc4 | \u05e9\u05dc\u05d5\u05dd | \ud83d\ude80 |"
                + " \u4fc4\ud83d\ude80 \u05e9 | e\u0301";
        try (PDDocument document =
                Loader.loadPDF(PdfRenderer.render(PAGE.replace("Rosneft offers affairs", text), "Entente"))) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Ε–ß é “x” − ₽ | [3 Han characters, not in this typeface] |"
                            + " [4 Hebrew characters, not in this typeface] | [1 symbol, not in this typeface] |"
                            + " [3 Han and Hebrew characters, not in this typeface] | é");
        }
    }

    private static void collect(PDStructureNode node, List<PDStructureElement> figures) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if ("Figure".equals(element.getStructureType())) {
                    figures.add(element);
                }
                collect(element, figures);
            }
        }
    }

    private static List<String> parts(String text) {
        PdfRenderer.NumberAwareLineBreaks breaks = new PdfRenderer.NumberAwareLineBreaks();
        breaks.setText(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (to > from) {
                parts.add(text.substring(from, to).trim());
                from = to;
            }
        }
        return parts;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "and −0.2 from | and,−0.2,from",
                "likely (55–80) now | likely,(55–80),now",
                "US–China ties. More | US–,China,ties.,More"
            })
    void numbersAndRangesStayWhole(String text, String parts) {
        assertThat(parts(text)).containsExactly(parts.split(","));
    }
}

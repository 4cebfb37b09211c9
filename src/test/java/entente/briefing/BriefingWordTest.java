package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.report.briefing.Briefing;
import entente.testkit.Shipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

/** What only the Word document of a briefing has. */
class BriefingWordTest {

    private static final Briefing BRIEFING =
            BriefingsTest.briefing(Shipped.scenario("baseline-2018"), Optional.empty());

    private static XWPFDocument document() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(BriefingMedium.DOCX.render(BRIEFING)));
    }

    @Test
    void figureIsAnImageWithATextAlternativeAndACaption() throws IOException {
        try (XWPFDocument document = document()) {
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

    @Test
    void keyJudgementsAreNumbered() throws IOException {
        try (XWPFDocument document = document()) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> "ListNumber".equals(paragraph.getStyle()))
                    .hasSameSizeAs(BRIEFING.judgements())
                    .first()
                    .satisfies(paragraph -> assertThat(paragraph.getText())
                            .startsWith(BRIEFING.judgements().get(0).lead()));
        }
    }
}

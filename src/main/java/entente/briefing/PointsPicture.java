package entente.briefing;

import entente.report.briefing.Briefing;
import entente.report.form.Picture;
import entente.report.html.BriefingPage;
import entente.report.html.Chart;
import entente.report.pdf.PdfRenderer;
import java.util.Base64;
import java.util.stream.Collectors;

/** The figure of a briefing as an image, for Word documents. */
final class PointsPicture {

    /** Four fifths of the text of a Word document, in points, as in the PDF. */
    private static final double WIDTH = 380;

    /** Pixels to a point: sharp on paper, and still small. */
    private static final float SCALE = 3;

    private PointsPicture() {}

    static Picture of(Briefing briefing) {
        Chart chart = BriefingPage.chart(briefing);
        byte[] png = PdfRenderer.image(BriefingPage.figure(briefing), SCALE);
        return new Picture(
                "Factors against and for an alliance",
                "The likelihood on a scale of percents, which fans out into points: each bar is a factor, and the bars lead "
                        + "from the base rate to the result.",
                chart.title() + ", in evidence points: "
                        + briefing.points().rows().stream()
                                .filter(row -> !row.idle())
                                .map(row -> row.label() + " " + row.points())
                                .collect(Collectors.joining("; "))
                        + ".",
                Base64.getEncoder().encodeToString(png),
                WIDTH,
                WIDTH * chart.height() / chart.width());
    }
}

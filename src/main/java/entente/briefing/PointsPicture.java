package entente.briefing;

import entente.report.briefing.Briefing;
import entente.report.briefing.BriefingReport;
import entente.report.form.Picture;
import entente.report.html.BriefingPage;
import entente.report.html.Chart;
import entente.report.pdf.PdfRenderer;
import java.util.Base64;

/** The figure of a briefing as an image, for Word documents. */
final class PointsPicture {

    /** Width of the text of a Word document, in points. */
    private static final double WIDTH = 476;

    /** Pixels to a point: sharp on paper, and still small. */
    private static final float SCALE = 3;

    private PointsPicture() {}

    static Picture of(Briefing briefing) {
        Chart chart = BriefingPage.chart(briefing);
        byte[] png = PdfRenderer.image(BriefingPage.figure(briefing), SCALE);
        return new Picture(
                BriefingReport.POINTS,
                "The likelihood on a scale of percents, which fans out into points: each bar is a factor, and the bars lead "
                        + "from the base rate to the result. The table below has the same points.",
                chart.title() + ". " + chart.description(),
                Base64.getEncoder().encodeToString(png),
                WIDTH,
                WIDTH * chart.height() / chart.width());
    }
}

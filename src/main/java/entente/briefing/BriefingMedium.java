package entente.briefing;

import entente.model.Engine;
import entente.report.briefing.Briefing;
import entente.report.form.Picture;
import entente.report.html.BriefingPage;
import entente.report.html.Chart;
import entente.report.html.PointsChart;
import entente.report.json.ResultDocuments;
import entente.report.markdown.MarkdownPage;
import entente.report.pdf.PdfRenderer;
import entente.report.question.Answers;
import entente.report.word.WordRenderer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The media of briefings; equal briefings give equal bytes. */
@RequiredArgsConstructor
public enum BriefingMedium {
    MD("md", "text/markdown", briefing -> utf8(MarkdownPage.render(Answers.briefing(briefing, Optional.empty())))),
    HTML("html", "text/html", briefing -> utf8(BriefingPage.render(briefing, true))),
    PDF("pdf", "application/pdf", briefing -> pdf(BriefingPage.render(briefing, false))),
    DOCX(
            "docx",
            BriefingMedium.WORD,
            briefing -> WordRenderer.render(Answers.briefing(briefing, Optional.of(picture(briefing))))),
    JSON("json", "application/json", briefing -> utf8(ResultDocuments.BRIEFING.pretty(briefing)));

    public static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** Four fifths of the text of a Word document, in points, as in the PDF. */
    private static final double WIDTH = 380;

    /** Pixels to a point: sharp on paper, and still small. */
    private static final float SCALE = 3;

    /** Ending of file names, and the name of the format. */
    @Getter
    private final String ending;

    @Getter
    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // Renderers have no state.
    private final Function<Briefing, byte[]> renderer;

    /** As it is typed after {@code --format}. */
    @Override
    public String toString() {
        return ending;
    }

    public byte[] render(Briefing briefing) {
        return renderer.apply(briefing);
    }

    private static byte[] pdf(String page) {
        return PdfRenderer.render(page, "Entente " + Engine.VERSION);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The figure of a briefing as an image, for Word documents. */
    private static Picture picture(Briefing briefing) {
        Chart chart = PointsChart.of(briefing.points(), briefing.scale());
        byte[] png = PdfRenderer.image(BriefingPage.figure(briefing), SCALE);
        return new Picture(
                "Factors for and against an alliance",
                "The likelihood in percent, and below it on the same scale the points: each bar is a factor, and the bars lead "
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

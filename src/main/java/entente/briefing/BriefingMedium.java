package entente.briefing;

import entente.model.Engine;
import entente.report.briefing.Briefing;
import entente.report.briefing.BriefingReport;
import entente.report.html.BriefingPage;
import entente.report.json.BriefingJson;
import entente.report.markdown.MarkdownRenderer;
import entente.report.pdf.PdfRenderer;
import entente.report.word.WordRenderer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The media of briefings; equal briefings give equal bytes. */
@RequiredArgsConstructor
public enum BriefingMedium {
    MD("md", "text/markdown", briefing -> utf8(MarkdownRenderer.render(BriefingReport.of(briefing, Optional.empty())))),
    HTML("html", "text/html", briefing -> utf8(BriefingPage.render(briefing))),
    PDF(
            "pdf",
            "application/pdf",
            briefing -> PdfRenderer.render(BriefingPage.withoutFonts(briefing), "Entente " + Engine.VERSION)),
    DOCX(
            "docx",
            BriefingMedium.WORD,
            briefing -> WordRenderer.render(BriefingReport.of(briefing, Optional.of(PointsPicture.of(briefing))))),
    JSON("json", "application/json", briefing -> utf8(BriefingJson.DOCUMENT.pretty(briefing)));

    /** The media type of a Word document. */
    public static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

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

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package entente.briefing;

import entente.model.Engine;
import entente.report.briefing.Briefing;
import entente.report.briefing.CombinedBriefing;
import entente.report.html.BriefingPage;
import entente.report.html.CombinedBriefingPage;
import entente.report.json.ResultDocuments;
import entente.report.markdown.MarkdownRenderer;
import entente.report.pdf.PdfRenderer;
import entente.report.question.Answers;
import entente.report.word.WordRenderer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The media of briefings; equal briefings give equal bytes. */
@RequiredArgsConstructor
public enum BriefingMedium {
    MD(
            "md",
            "text/markdown",
            briefing -> utf8(MarkdownRenderer.render(Answers.briefing(briefing, Optional.empty()))),
            combined -> utf8(MarkdownRenderer.render(Answers.combined(combined, briefing -> Optional.empty())))),
    HTML(
            "html",
            "text/html",
            briefing -> utf8(BriefingPage.render(briefing)),
            combined -> utf8(CombinedBriefingPage.render(combined, true))),
    PDF(
            "pdf",
            "application/pdf",
            briefing -> pdf(BriefingPage.withoutFonts(briefing)),
            combined -> pdf(CombinedBriefingPage.render(combined, false))),
    DOCX(
            "docx",
            BriefingMedium.WORD,
            briefing -> WordRenderer.render(Answers.briefing(briefing, Optional.of(PointsPicture.of(briefing)))),
            combined -> WordRenderer.render(
                    Answers.combined(combined, briefing -> Optional.of(PointsPicture.of(briefing))))),
    JSON(
            "json",
            "application/json",
            briefing -> utf8(ResultDocuments.BRIEFING.pretty(briefing)),
            combined -> utf8(ResultDocuments.COMBINED_BRIEFING.pretty(combined)));

    /** The media type of a Word document. */
    public static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /** Ending of file names, and the name of the format. */
    @Getter
    private final String ending;

    @Getter
    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // Renderers have no state.
    private final Function<Briefing, byte[]> renderer;

    @SuppressWarnings("ImmutableEnumChecker") // Renderers have no state.
    private final Function<CombinedBriefing, byte[]> combinedRenderer;

    /** As it is typed after {@code --format}. */
    @Override
    public String toString() {
        return ending;
    }

    public byte[] render(Briefing briefing) {
        return renderer.apply(briefing);
    }

    public byte[] render(CombinedBriefing combined) {
        return combinedRenderer.apply(combined);
    }

    private static byte[] pdf(String page) {
        return PdfRenderer.render(page, "Entente " + Engine.VERSION);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

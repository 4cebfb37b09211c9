package entente.report.html;

import entente.report.briefing.Briefing;
import entente.report.wording.VerdictSentences;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.function.Uncheck;

/**
 * Briefings as pages on their own: fonts and drawings inside, nothing fetched, nothing run. Without fonts a page is what the PDF
 * is made of. Styles are public for the templates.
 */
public final class BriefingPage {

    /** Fonts inside the page are the only addition to the policy of reports. */
    public static final String POLICY = HtmlRenderer.POLICY + "; font-src data:";

    public static final String PAGE_STYLE = style("page.css").replace("{nature}", VerdictSentences.NATURE);
    public static final String CHART_STYLE = style("chart.css");

    private BriefingPage() {}

    /** @param fonts whether the page carries its fonts */
    public static String render(Briefing briefing, boolean fonts) {
        return HtmlRenderer.render("briefing.jte", Map.of("briefing", briefing, "fonts", fonts));
    }

    /** The figure alone, on a page of its size, for media that take it as an image. */
    public static String figure(Briefing briefing) {
        return HtmlRenderer.render("figure.jte", Map.of("chart", PointsChart.of(briefing.points(), briefing.scale())));
    }

    private static String style(String name) {
        return new String(resource("/entente/briefing/" + name), StandardCharsets.UTF_8);
    }

    /** A font of the service's pages as Base64. */
    public static String font(String name) {
        return Base64.getEncoder().encodeToString(resource("/entente/page/fonts/" + name + ".woff2"));
    }

    private static byte[] resource(String name) {
        return Uncheck.get(() -> IOUtils.resourceToByteArray(name));
    }
}

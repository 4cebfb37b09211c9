package entente.report.html;

import entente.report.briefing.Briefing;
import entente.report.briefing.CombinedBriefing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * A briefing as a page on its own, from {@code briefing.jte}: fonts and drawings inside, nothing fetched, nothing run. Without
 * fonts it is what the PDF is made of.
 *
 * @param fonts whether the page carries its fonts
 */
public record BriefingPage(Briefing briefing, boolean fonts) {

    /** Fonts inside the page are the only addition to the policy of reports. */
    public static final String POLICY = HtmlRenderer.POLICY + "; font-src data:";

    public static String render(Briefing briefing, boolean fonts) {
        return HtmlRenderer.render("briefing.jte", new BriefingPage(briefing, fonts));
    }

    /** The comparison, then the sheet of each briefing. */
    public static String render(CombinedBriefing briefing, boolean fonts) {
        return HtmlRenderer.render("combined-briefing.jte", Map.of("combined", briefing, "fonts", fonts));
    }

    public Chart points() {
        return chart(briefing).withId("points-" + briefing.scenario());
    }

    /** The figure alone, on a page of its size, for media that take it as an image. */
    public static String figure(Briefing briefing) {
        return HtmlRenderer.render("figure.jte", chart(briefing));
    }

    /** The figure with its size in pixels. */
    public static Chart chart(Briefing briefing) {
        return PointsChart.of(briefing.points(), briefing.scale());
    }

    /** A font of the service's pages as Base64. */
    public static String font(String name) {
        try (InputStream font = Objects.requireNonNull(
                BriefingPage.class.getResourceAsStream("/entente/page/fonts/" + name + ".woff2"))) {
            return Base64.getEncoder().encodeToString(font.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

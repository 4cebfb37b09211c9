package entente.report.html;

import entente.report.briefing.Briefing;
import entente.report.briefing.Briefing.AssumptionRow.Support;
import entente.report.briefing.Briefing.Track;
import entente.report.briefing.Briefing.WatchRow;
import entente.report.briefing.Briefing.WatchRow.Direction;
import entente.report.briefing.CombinedBriefing;
import entente.report.wording.VerdictSentences;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Briefings as pages on their own: fonts and drawings inside, nothing fetched, nothing run. Without fonts a page is what the PDF
 * is made of. Styles and small drawings are public for the templates; the drawings hold numbers only, no text of a scenario.
 */
public final class BriefingPage {

    /** Fonts inside the page are the only addition to the policy of reports. */
    public static final String POLICY = HtmlRenderer.POLICY + "; font-src data:";

    public static final String PAGE_STYLE = style("page.css").replace("{nature}", VerdictSentences.NATURE);
    public static final String CHART_STYLE = style("chart.css");

    private static final int WIDTH = 70;
    private static final int CELL = 14;
    private static final String INK = "#13212b";

    private BriefingPage() {}

    /** @param fonts whether the page carries its fonts */
    public static String render(Briefing briefing, boolean fonts) {
        return HtmlRenderer.render("briefing.jte", Map.of("briefing", briefing, "fonts", fonts));
    }

    /** The comparison, then the sheet of each briefing. */
    public static String render(CombinedBriefing briefing, boolean fonts) {
        return HtmlRenderer.render("combined-briefing.jte", Map.of("combined", briefing, "fonts", fonts));
    }

    /** The figure alone, on a page of its size, for media that take it as an image. */
    public static String figure(Briefing briefing) {
        return HtmlRenderer.render("figure.jte", Map.of("chart", chart(briefing)));
    }

    /** The figure with its size in pixels. */
    public static Chart chart(Briefing briefing) {
        return PointsChart.of(briefing.points(), briefing.scale());
    }

    /** Five cells, a dot at the reading and a tick at the threshold. */
    public static String track(WatchRow row) {
        StringBuilder svg = new StringBuilder(svg(WIDTH, 12));
        for (int i = 0; i < WIDTH / CELL; i++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"3\" width=\"%d\" height=\"6\" fill=\"#dde6e1\"/>",
                    i * CELL,
                    CELL - 1));
        }
        Track track = row.track();
        String colour = row.direction() == Direction.UP ? "#a8450c" : "#1d5a94";
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"0\" width=\"2\" height=\"12\" fill=\"%s\"/><circle cx=\"%.1f\" cy=\"6\" r=\"3.5\" fill=\"%s\"/>",
                Math.max(0, track.threshold() * WIDTH - 1.5),
                colour,
                Math.max(3.5, Math.min(WIDTH - 3.5, track.reading() * WIDTH)),
                INK));
        return svg.append("</svg>").toString();
    }

    public static String mark(Support support) {
        return switch (support) {
            case WELL_SOURCED -> ring(INK, "");
            case CAVEATED ->
                svg(12, 12) + "<circle cx=\"6\" cy=\"6\" r=\"4.5\" fill=\"none\" stroke=\"" + INK
                        + "\" stroke-width=\"1.200\"/><path d=\"M6 1.500A4.500 4.500 0 0 0 6 10.500Z\" fill=\"" + INK
                        + "\"/></svg>";
            case NO_SOURCE -> ring("none", " stroke-dasharray=\"5 1.500\"");
            case ASSUMED -> ring("none", "");
            case CONTRADICTED ->
                svg(12, 12)
                        + "<path d=\"M2 2L10 10M10 2L2 10\" fill=\"none\" stroke=\"#a8450c\" stroke-width=\"1.8\"/></svg>";
            case SET_ASIDE ->
                ring("none", "")
                        .replace(
                                "</svg>",
                                "<path d=\"M2.500 9.500L9.500 2.500\" stroke=\"" + INK
                                        + "\" stroke-width=\"1.200\"/></svg>");
            case OPEN ->
                ring("none", "")
                        .replace("</svg>", "<circle cx=\"6\" cy=\"6\" r=\"1.500\" fill=\"" + INK + "\"/></svg>");
            case UNSUPPORTED -> ring("none", " stroke-dasharray=\"2 2\"");
        };
    }

    private static String ring(String fill, String dashes) {
        return svg(12, 12) + "<circle cx=\"6\" cy=\"6\" r=\"4.5\" fill=\"" + fill + "\" stroke=\"" + INK
                + "\" stroke-width=\"1.200\"" + dashes + "/></svg>";
    }

    private static String svg(int width, int height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" width=\"" + width + "\" height=\""
                + height + "\" viewBox=\"0 0 " + width + " " + height + "\">";
    }

    private static String style(String name) {
        return new String(resource("/entente/briefing/" + name), StandardCharsets.UTF_8);
    }

    /** A font of the service's pages as Base64. */
    public static String font(String name) {
        return Base64.getEncoder().encodeToString(resource("/entente/page/fonts/" + name + ".woff2"));
    }

    private static byte[] resource(String name) {
        try (InputStream file = Objects.requireNonNull(BriefingPage.class.getResourceAsStream(name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

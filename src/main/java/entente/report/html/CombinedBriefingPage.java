package entente.report.html;

import entente.report.briefing.CombinedBriefing;
import java.util.List;

/**
 * A combined briefing as a page, from {@code combined-briefing.jte}: the comparison, then the sheet of each briefing.
 *
 * @param fonts whether the page carries its fonts
 */
public record CombinedBriefingPage(CombinedBriefing briefing, boolean fonts) {

    public static String render(CombinedBriefing briefing, boolean fonts) {
        return HtmlRenderer.render("combined-briefing.jte", new CombinedBriefingPage(briefing, fonts));
    }

    public List<BriefingPage> sheets() {
        return briefing.briefings().stream()
                .map(single -> new BriefingPage(single, single.scale(), fonts))
                .toList();
    }
}

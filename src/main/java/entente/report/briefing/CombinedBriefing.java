package entente.report.briefing;

import entente.model.LikelihoodScale;
import entente.report.wording.Wording;
import java.util.List;

/**
 * Several scenarios in one document: their comparison, then the briefing of each.
 *
 * @param pair the two powers
 * @param rows one for each briefing, in their order; the first is the reference of the others
 */
public record CombinedBriefing(String pair, List<ComparedScenario> rows, List<Briefing> briefings) {

    public CombinedBriefing {
        rows = List.copyOf(rows);
        briefings = List.copyOf(briefings);
    }

    public String title() {
        return "An operational alliance of " + pair + ": " + Wording.plural(briefings.size(), "scenario");
    }

    public String subtitle() {
        return "Comparison, then the briefing of each";
    }

    /** What drives each likelihood, or changes it, and why confidence is no higher. */
    public List<String> inShort() {
        return briefings.stream()
                .map(briefing -> briefing.title() + ": "
                        + (briefing.drivers().isEmpty() ? "" : briefing.drivers() + " ")
                        + briefing.confidence().lead() + " "
                        + briefing.confidence().reasons())
                .toList();
    }

    /** Name of its files, without the ending. */
    public String fileName() {
        return "combined-briefing" + (briefings.get(0).scale() == LikelihoodScale.PHIA ? "-phia" : "");
    }
}

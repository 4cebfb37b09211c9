package entente.report.wording;

import entente.analysis.comparison.ScenarioContrast;
import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.PointBalance;
import java.util.Optional;

/** What a comparison says of its scenarios. */
public final class ContrastText {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private ContrastText() {}

    public static String letter(int index) {
        return index < LETTERS.length() ? LETTERS.substring(index, index + 1) : Integer.toString(index + 1);
    }

    /** A scenario with its verdict. */
    public static String named(Assessment assessment, boolean changed) {
        return assessment.scenario().title() + " (" + dated(assessment.scenario()) + (changed ? ", changed" : "")
                + "). " + new VerdictSentences(assessment, LikelihoodScale.ICD203).opening();
    }

    /** The id of a scenario with its date. */
    public static String dated(Scenario scenario) {
        return scenario.id() + scenario.asOf().map(date -> ", as of " + date).orElse("");
    }

    /** Whether the second scenario is the first one, changed. */
    public static boolean isChanged(ScenarioContrast contrast) {
        Scenario a = contrast.before().scenario();
        Scenario b = contrast.after().scenario();
        return a.id().equals(b.id()) && !a.sha256().equals(b.sha256());
    }

    /** Why the points on depth give another relationship; empty if it is the same, or not decided by points alone. */
    public static Optional<String> relationshipChange(Assessment first, Assessment second) {
        PointBalance a = first.balance();
        PointBalance b = second.balance();
        boolean byPoints = first.verdict().relationship().equals(Optional.of(a.floor()))
                && second.verdict().relationship().equals(Optional.of(b.floor()));
        boolean rises = b.floor().compareTo(a.floor()) > 0;
        Optional<Points> edge = rises ? b.floorFrom() : a.floorFrom();
        return edge.filter(from -> byPoints && a.floor() != b.floor())
                .map(from -> "The relationship changes from " + Wording.word(a.floor()) + " to "
                        + Wording.word(b.floor()) + " as its depth " + (rises ? "rises" : "falls") + " from "
                        + Wording.points(a.partnership()) + " to " + Wording.points(b.partnership()) + " points, past "
                        + Wording.points(from) + ".");
    }

    /** What is omitted because it is equal. */
    public static String same(ScenarioContrast contrast) {
        int readings = (int)
                contrast.readings().stream().filter(change -> !change.differs()).count();
        int rules = (int)
                contrast.rules().stream().filter(change -> !change.differs()).count();
        return readings + rules == 0
                ? ""
                : " The same in both and left out: " + Wording.plural(readings, "reading") + ", "
                        + Wording.plural(rules, "rule") + " (--all).";
    }
}

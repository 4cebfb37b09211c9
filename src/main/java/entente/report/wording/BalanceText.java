package entente.report.wording;

import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.PointBalance;
import entente.model.rule.Ceiling;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How points become a likelihood and a depth, in words. */
public final class BalanceText {

    public static final String SUM = "Factors for and against";

    private BalanceText() {}

    public static String base(Assessment assessment) {
        return "Base rate over " + Wording.plural(assessment.scenario().horizonYears(), "year");
    }

    public static String result(Assessment assessment) {
        var clamped = assessment.balance().clampedFrom();
        return "Result: "
                + Wording.percent(assessment.verdict().likelihood())
                + (clamped.isPresent() ? ", clamped from " + Wording.percent(clamped.getAsDouble()) : "");
    }

    /** The ceiling that took points back, and how it does that. */
    public static String ceiling(CeilingEffect effect, Assessment assessment) {
        return "Ceiling: " + Wording.claim(effect.rule(), assessment) + " (" + how(effect.ceiling()) + ")";
    }

    /** What a ceiling takes back, and what it never lets pass. */
    public static String how(Ceiling ceiling) {
        List<String> how = new ArrayList<>();
        ceiling.kneePercent()
                .ifPresent(knee -> how.add(
                        "takes back " + Wording.figure(ceiling.share()) + " of each point above " + rate(knee)));
        ceiling.limitPercent().ifPresent(limit -> how.add("never passes " + rate(limit)));
        return String.join(", ", how);
    }

    /** What the points on the partnership mean, with the points between which they mean it. */
    public static String depth(PointBalance balance) {
        String state = "Depth of the partnership, on a scale of its own: " + Wording.word(balance.floor());
        String to = balance.floorFrom().isPresent() ? " up to " : " below ";
        return state
                + balance.floorFrom()
                        .map(from -> " from " + Wording.points(from))
                        .orElse("")
                + balance.nextFrom().map(next -> to + Wording.points(next)).orElse("");
    }

    /** The likelihood under several base rates. */
    public static String outsideView(Assessment assessment) {
        return "By base rate: "
                + assessment.outsideView().stream()
                        .map(view -> rate(view.baseRatePercent()) + Wording.GLUE + "→" + Wording.GLUE
                                + Wording.percent(view.likelihood()))
                        .collect(Collectors.joining(" · "))
                + ".";
    }

    private static String rate(double percent) {
        return Wording.figure(percent) + Wording.GLUE + "%";
    }
}

package entente.briefing;

import entente.domain.Assessment;
import entente.domain.Balance;
import entente.domain.Ceiling;
import entente.domain.CeilingEffect;
import entente.domain.LedgerRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How points become a likelihood and a depth, in words. */
final class BalanceText {

    static final String SUM = "What holds it down and what pushes it up";

    private BalanceText() {}

    static String base(Assessment assessment) {
        return "Base rate over " + Words.plural(assessment.scenario().horizonYears(), "year", "years");
    }

    static String result(Assessment assessment) {
        var clamped = assessment.balance().clampedFrom();
        return "Result: "
                + Words.percent(assessment.verdict().likelihood().value())
                + (clamped.isPresent() ? ", clamped from " + Words.percent(clamped.getAsDouble()) : "");
    }

    /** The ceiling that took points back, and how it does that. */
    static String ceiling(CeilingEffect effect, Assessment assessment) {
        Ceiling ceiling = effect.ceiling();
        String claim = assessment.ledger().stream()
                .map(LedgerRow::rule)
                .filter(rule -> rule.id().equals(effect.rule()))
                .map(Words::claim)
                .findFirst()
                .orElse(effect.rule());
        return "Ceiling: " + claim + " (" + how(ceiling) + ")";
    }

    /** What a ceiling takes back, and what it never lets pass. */
    static String how(Ceiling ceiling) {
        List<String> how = new ArrayList<>();
        ceiling.kneePercent()
                .ifPresent(knee ->
                        how.add("takes back " + Words.figure(ceiling.share()) + " of each point above " + rate(knee)));
        ceiling.limitPercent().ifPresent(limit -> how.add("never passes " + rate(limit)));
        return String.join(", ", how);
    }

    /** What the points on the partnership mean, with the points between which they mean it. */
    static String depth(Balance balance) {
        String state = "Depth of the partnership, on a scale of its own: " + Words.relationship(balance.floor());
        Optional<String> from = balance.floorFrom().map(Words::points);
        Optional<String> next = balance.nextFrom().map(Words::points);
        if (from.isPresent() && next.isPresent()) {
            return state + " from " + from.get() + " up to " + next.get();
        }
        return state
                + from.map(p -> " from " + p).orElse("")
                + next.map(p -> " below " + p).orElse("");
    }

    /** The answer under several base rates, for the base rate weighs more than most claims. */
    static String outsideView(Assessment assessment) {
        return "By base rate: "
                + assessment.outsideView().stream()
                        .map(view -> rate(view.baseRatePercent()) + Words.GLUE + "→" + Words.GLUE
                                + Words.percent(view.likelihood().value()))
                        .collect(Collectors.joining(" · "))
                + ".";
    }

    private static String rate(double percent) {
        return Words.figure(percent) + Words.GLUE + "%";
    }
}

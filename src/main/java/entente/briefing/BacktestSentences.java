package entente.briefing;

import entente.domain.AssumptionChange;
import entente.domain.BacktestCase;
import entente.domain.BacktestResult;
import entente.domain.BrierScores;
import entente.domain.Settled;
import entente.domain.StateHit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a backtest says, and what it cannot say. */
final class BacktestSentences {

    static final String EVENT = "The event is a mutual-defence commitment, in force and working, within the horizon; a"
            + " likelihood of 50" + Words.GLUE + "% or more counts as yes.";

    static final String KIND = "Verdicts, if what is open turned out best";
    static final String UNKIND = "Verdicts, if it turned out worst";

    private BacktestSentences() {}

    static String heading(BacktestResult result) {
        return Words.opening(Words.plural(result.cases().size(), "past case", "past cases")) + " against what happened";
    }

    /** One word for the point, and one where the open readings do not settle it. */
    static String event(BacktestCase one) {
        return (one.right() ? "right" : "wrong") + (one.settled() == Settled.OPEN ? ", open" : "");
    }

    static String yes(boolean alliance) {
        return alliance ? "yes" : "no";
    }

    /** A wide range is easily right: its width says how much lying within it is worth. */
    static String state(BacktestCase one) {
        String observed = "was " + Words.relationship(one.observed().relationship());
        if (one.stateHit() == StateHit.EXPECTED) {
            return observed + ", as expected";
        }
        String expected = Words.relationship(one.verdict());
        if (one.verdict().relationship().isPresent()) {
            return observed + "; expected " + expected + ": missed"
                    + (one.stateHit() == StateHit.IN_RANGE ? ", though not ruled out" : "");
        }
        int states = one.verdict().relationships().size();
        return observed + "; expected one of " + Words.plural(states, "state", "states") + ", " + expected
                + (one.stateHit() == StateHit.MISSED ? ": missed" : "");
    }

    /** How the event and the state fared over all cases. */
    static List<String> hits(BacktestResult result) {
        int count = result.cases().size();
        List<String> sentences = new ArrayList<>();
        StringBuilder event = new StringBuilder("The event is right in " + of((int) result.right(), count) + ".");
        named(event, " Wrong: ", ids(result, c -> !c.right()));
        named(event, " Open, since the interval allows yes and no: ", ids(result, c -> c.settled() == Settled.OPEN));
        sentences.add(event.toString());
        int single = (int) result.cases().stream()
                .filter(c -> c.verdict().relationship().isPresent())
                .count();
        int expected = count(result, StateHit.EXPECTED);
        StringBuilder state = new StringBuilder("The state of the relationship ");
        if (single > 0) {
            state.append("is right in ").append(of(expected, single)).append(" in which a single one is expected");
        }
        if (single < count) {
            int ranges = (int) result.cases().stream()
                    .filter(c -> c.verdict().relationship().isEmpty())
                    .filter(c -> c.stateHit() == StateHit.IN_RANGE)
                    .count();
            state.append(single > 0 ? ", and " : "")
                    .append("lies within the range in ")
                    .append(of(ranges, count - single))
                    .append(" in which only a range is");
        }
        sentences.add(state.append('.').toString());
        return sentences;
    }

    private static void named(StringBuilder text, String before, List<String> ids) {
        if (!ids.isEmpty()) {
            text.append(before).append(String.join(", ", ids)).append('.');
        }
    }

    private static List<String> ids(BacktestResult result, Predicate<BacktestCase> which) {
        return result.cases().stream().filter(which).map(c -> c.scenario().id()).toList();
    }

    private static int count(BacktestResult result, StateHit hit) {
        return (int) result.cases().stream().filter(c -> c.stateHit() == hit).count();
    }

    private static String of(int some, int all) {
        return some == all
                ? all == 1 ? "the one case" : all == 2 ? "both cases" : "all " + Words.count(all) + " cases"
                : Words.count(some) + " of " + Words.plural(all, "case", "cases");
    }

    /** What the scores mean, and what they do not. */
    static List<String> cautions(BacktestResult result) {
        List<String> sentences = new ArrayList<>();
        BrierScores scores = result.scores();
        sentences.add("Skill against the base rate: " + figure(scores.skill(), 2) + " (1 is perfect, 0 no better).");
        result.without()
                .ifPresent(without -> sentences.add("Without " + without.id() + ", the case that gives most of it: "
                        + score(without.scores().verdicts()) + " against "
                        + score(without.scores().baseRate()) + ", skill "
                        + figure(without.scores().skill(), 2) + "."));
        sentences.add(sample(result));
        result.outOfSample()
                .ifPresent(unseen -> sentences.add("Out of sample alone, "
                        + Words.plural(unseen.cases(), "case", "cases") + ": " + score(unseen.verdicts())
                        + " against " + score(unseen.baseRate()) + ", skill " + figure(unseen.skill(), 2) + "."));
        int missing = BacktestResult.CALIBRATION_FROM - scores.cases();
        if (missing > 0) {
            sentences.add(Words.opening(Words.plural(scores.cases(), "case settles", "cases settle"))
                    + " little, and no significance is claimed. A calibration table takes "
                    + BacktestResult.CALIBRATION_FROM + " cases; " + Words.count(missing)
                    + (missing == 1 ? " is" : " are") + " missing.");
        }
        if (!result.assumptions().isEmpty()) {
            sentences.add("Not the book as it is; assumed: "
                    + String.join(
                            "; ",
                            result.assumptions().stream()
                                    .map(BacktestSentences::assumed)
                                    .toList())
                    + ".");
        }
        return sentences;
    }

    private static String assumed(AssumptionChange change) {
        return change.pointer()
                        .replace("#/assumptions/", "")
                        .replaceFirst("^without/", "")
                        .replace('/', ' ') + " " + change.assumed()
                + (change.assumed().equals("off") ? "" : " for " + change.book());
    }

    private static String sample(BacktestResult result) {
        int inside = (int) result.inSample();
        int count = result.cases().size();
        if (inside == 0) {
            return "None is in-sample: no scenario that ships with Entente is among them.";
        }
        String which = count == 1
                ? "It"
                : inside < count
                        ? Words.opening(Words.count(inside)) + " of " + Words.count(count)
                        : count == 2 ? "Both" : "All " + Words.count(count);
        String ids = inside < count ? " (" + String.join(", ", ids(result, BacktestCase::inSample)) + ")" : "";
        return which + (inside == 1 ? " is" : " are") + " in-sample" + ids + ": the rules were tuned with "
                + (inside == 1 ? "its outcome known, until its verdict" : "these outcomes known, until the verdicts")
                + " held. So the score tells how well the book fits, not how well it foresees.";
    }

    static String leftAside(BacktestResult result, boolean named) {
        int count = result.leftAside().size();
        return Words.opening(Words.plural(count, "scenario", "scenarios"))
                + (count == 1 ? " says" : " say") + " nothing of an outcome and " + (count == 1 ? "is" : "are")
                + " left aside"
                + (named
                        ? ": " + String.join(", ", result.leftAside()) + "."
                        : " (--all names " + (count == 1 ? "it" : "them") + ").");
    }

    /** A Brier score as it is shown: four decimals. */
    static String score(double score) {
        return shown(score).toPlainString();
    }

    /** The difference of two scores as they are shown, so that the column can be checked. */
    static String gain(double reference, double verdicts) {
        return signed(shown(reference).subtract(shown(verdicts)));
    }

    private static BigDecimal shown(double score) {
        return BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_EVEN);
    }

    private static String figure(double value, int decimals) {
        BigDecimal figure = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return (figure.signum() < 0 ? "−" : "") + figure.abs().toPlainString();
    }

    private static String signed(BigDecimal value) {
        return (value.signum() < 0 ? "−" : value.signum() > 0 ? "+" : "±")
                + value.abs().toPlainString();
    }

    static String share(BrierScores scores) {
        return scores.events() + " of " + scores.cases();
    }
}

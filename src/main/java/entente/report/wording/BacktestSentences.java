package entente.report.wording;

import entente.analysis.backtest.BacktestCase;
import entente.analysis.backtest.BacktestCase.IntervalOutcome;
import entente.analysis.backtest.BacktestCase.StateHit;
import entente.analysis.backtest.BacktestResult;
import entente.analysis.backtest.BrierScores;
import entente.model.assessment.AssumptionChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The sentences of a backtest, with its limits. */
public final class BacktestSentences {

    public static final String EVENT =
            "The event is a mutual-defence commitment, in force and working, within the horizon; a"
                    + " likelihood of 50" + Wording.GLUE + "% or more counts as yes.";

    public static final String BEST_CASE = "Verdicts, with open readings at their best";
    public static final String WORST_CASE = "Verdicts, with open readings at their worst";

    private BacktestSentences() {}

    public static String heading(BacktestResult result) {
        return Wording.capitalized(Wording.plural(result.cases().size(), "past case")) + " against what happened";
    }

    /** Whether the point estimate is right, and whether the open readings leave the event open. */
    public static String event(BacktestCase one) {
        return (one.isCorrect() ? "right" : "wrong") + (one.intervalOutcome() == IntervalOutcome.OPEN ? ", open" : "");
    }

    /** Names the number of states in a range, since a wide range is easily right. */
    public static String state(BacktestCase one) {
        String observed = "was " + Wording.word(one.observed().relationship());
        if (one.stateHit() == StateHit.EXPECTED) {
            return observed + ", as expected";
        }
        String expected = Wording.relationship(one.verdict());
        if (one.verdict().relationship().isPresent()) {
            return observed + "; expected " + expected + ": missed"
                    + (one.stateHit() == StateHit.IN_RANGE ? ", though not ruled out" : "");
        }
        int states = one.verdict().relationships().size();
        return observed + "; expected one of " + Wording.plural(states, "state") + ", " + expected
                + (one.stateHit() == StateHit.MISSED ? ": missed" : "");
    }

    /** How many cases have the event and the state right. */
    public static List<String> hits(BacktestResult result) {
        int count = result.cases().size();
        List<String> sentences = new ArrayList<>();
        StringBuilder event =
                new StringBuilder("The event is right in " + of((int) result.correctCount(), count) + ".");
        named(event, " Wrong: ", ids(result, c -> !c.isCorrect()));
        named(
                event,
                " Open, since the interval allows yes and no: ",
                ids(result, c -> c.intervalOutcome() == IntervalOutcome.OPEN));
        sentences.add(event.toString());
        int single = ids(result, c -> c.verdict().relationship().isPresent()).size();
        int expected = ids(result, c -> c.stateHit() == StateHit.EXPECTED).size();
        StringBuilder state = new StringBuilder("The state of the relationship ");
        if (single > 0) {
            state.append("is right in ").append(of(expected, single)).append(" in which a single one is expected");
        }
        if (single < count) {
            List<String> ranges =
                    ids(result, c -> c.verdict().relationship().isEmpty() && c.stateHit() == StateHit.IN_RANGE);
            state.append(single > 0 ? ", and " : "")
                    .append("lies within the range in ")
                    .append(of(ranges.size(), count - single))
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

    private static String of(int some, int all) {
        return some == all
                ? all == 1 ? "the one case" : all == 2 ? "both cases" : "all " + Wording.count(all) + " cases"
                : Wording.count(some) + " of " + Wording.plural(all, "case");
    }

    /** Limits of the scores. */
    public static List<String> cautions(BacktestResult result) {
        List<String> sentences = new ArrayList<>();
        BrierScores scores = result.scores();
        sentences.add("Skill against the base rate: " + skill(scores.skill()) + " (1 is perfect, 0 no better).");
        result.leaveOneOut()
                .ifPresent(without -> sentences.add("Without " + without.id() + ", the case that gives most of it: "
                        + score(without.scores().verdicts()) + " against "
                        + score(without.scores().baseRate()) + ", skill "
                        + skill(without.scores().skill()) + "."));
        sentences.add(sample(result));
        result.outOfSample()
                .ifPresent(unseen -> sentences.add("Out of sample alone, "
                        + Wording.plural(unseen.cases(), "case") + ": " + score(unseen.verdicts())
                        + " against " + score(unseen.baseRate()) + ", skill " + skill(unseen.skill()) + "."));
        int missing = BacktestResult.MIN_CALIBRATION_CASES - scores.cases();
        if (missing > 0) {
            sentences.add(Wording.capitalized(Wording.plural(scores.cases(), "case is", "cases are"))
                    + " too few for a claim of significance. A calibration table needs "
                    + BacktestResult.MIN_CALIBRATION_CASES + " cases; " + Wording.count(missing)
                    + (missing == 1 ? " is" : " are") + " missing.");
        }
        if (!result.assumptions().isEmpty()) {
            sentences.add(result.assumptions().stream()
                    .map(BacktestSentences::assumed)
                    .collect(Collectors.joining("; ", "With changed assumptions: ", ".")));
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
        int inside = (int) result.inSampleCount();
        int count = result.cases().size();
        if (inside == 0) {
            return "None is in-sample: no scenario that ships with Entente is among them.";
        }
        String which = count == 1
                ? "It"
                : inside < count
                        ? Wording.capitalized(Wording.count(inside)) + " of " + Wording.count(count)
                        : count == 2 ? "Both" : "All " + Wording.count(count);
        String ids = inside < count ? " (" + String.join(", ", ids(result, BacktestCase::inSample)) + ")" : "";
        return which + (inside == 1 ? " is" : " are") + " in-sample" + ids + ": the rules were tuned with "
                + (inside == 1 ? "its outcome known, until its verdict" : "these outcomes known, until the verdicts")
                + " held. So the score measures fit, not predictive skill.";
    }

    public static String skipped(BacktestResult result, boolean named) {
        int count = result.skipped().size();
        return Wording.capitalized(Wording.plural(count, "scenario"))
                + (count == 1 ? " has" : " have") + " no recorded outcome and " + (count == 1 ? "is" : "are")
                + " skipped"
                + (named
                        ? ": " + String.join(", ", result.skipped()) + "."
                        : " (--all names " + (count == 1 ? "it" : "them") + ").");
    }

    /** A Brier score with four decimals. */
    public static String score(double score) {
        return shown(score).toPlainString();
    }

    /** The difference of two scores as they are shown, so that the column can be checked. */
    public static String gain(double reference, double verdicts) {
        return Wording.signed(shown(reference).subtract(shown(verdicts)));
    }

    private static BigDecimal shown(double score) {
        return BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_EVEN);
    }

    private static String skill(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '−');
    }

    public static String share(BrierScores scores) {
        return scores.events() + " of " + scores.cases();
    }
}

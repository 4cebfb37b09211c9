package entente.report.wording;

import entente.analysis.backtest.BacktestCase;
import entente.analysis.backtest.BacktestCase.IntervalOutcome;
import entente.analysis.backtest.BacktestCase.StateHit;
import entente.analysis.backtest.BacktestResult;
import entente.model.Relationship;
import entente.model.assessment.AssumptionChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sentences of a backtest, with its limits. */
public final class BacktestSentences {

    /** Observed states against expected ones; only states that occur have a row or a column. */
    public record HitTable(List<Relationship> observed, List<Optional<Relationship>> expected, BacktestResult result) {

        /** An empty column stands for cases in which only a range is expected. */
        public static HitTable of(BacktestResult result) {
            List<Relationship> observed = Arrays.stream(Relationship.values())
                    .filter(state -> result.cases().stream()
                            .anyMatch(one -> one.observed().relationship() == state))
                    .toList();
            List<Optional<Relationship>> expected = Stream.concat(
                            Arrays.stream(Relationship.values()).map(Optional::of),
                            Stream.of(Optional.<Relationship>empty()))
                    .filter(state -> result.cases().stream()
                            .anyMatch(one -> one.verdict().relationship().equals(state)))
                    .toList();
            return new HitTable(observed, expected, result);
        }

        public List<String> titles() {
            return expected.stream()
                    .map(state -> state.map(Wording::word).orElse("range only"))
                    .toList();
        }

        /** How many cases have this observed and each expected; of ranges, how many hold what was observed. */
        public List<String> cells(Relationship row) {
            return expected.stream().map(column -> cell(row, column)).toList();
        }

        private String cell(Relationship row, Optional<Relationship> column) {
            List<BacktestCase> cases = result.cases().stream()
                    .filter(one -> one.observed().relationship() == row)
                    .filter(one -> one.verdict().relationship().equals(column))
                    .toList();
            long within = cases.stream()
                    .filter(one -> one.verdict().relationships().contains(row))
                    .count();
            String all = cases.isEmpty() ? "·" : Integer.toString(cases.size());
            return column.isPresent() || within == cases.size() ? all : within + " of " + all;
        }
    }

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

    /** The scenarios of some cases. */
    public static List<String> ids(BacktestResult result, Predicate<BacktestCase> which) {
        return result.cases().stream().filter(which).map(c -> c.scenario().id()).toList();
    }

    /** Some of all cases, in words. */
    public static String of(int some, int all) {
        return some == all
                ? all == 1 ? "the one case" : all == 2 ? "both cases" : "all " + Wording.count(all) + " cases"
                : Wording.count(some) + " of " + Wording.plural(all, "case");
    }

    /** A change of the book under which the cases were assessed. */
    public static String assumed(AssumptionChange change) {
        return change.pointer()
                        .replace("#/assumptions/", "")
                        .replaceFirst("^without/", "")
                        .replace('/', ' ') + " " + change.assumed()
                + (change.assumed().equals("off") ? "" : " for " + change.book());
    }

    /** What the cases were to the authors of the rules. */
    public static String sample(BacktestResult result) {
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
}

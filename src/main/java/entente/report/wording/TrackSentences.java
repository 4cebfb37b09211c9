package entente.report.wording;

import entente.analysis.backtest.BacktestResult;
import entente.analysis.backtest.BacktestResult.BacktestCase;
import entente.analysis.track.Edition;
import entente.analysis.track.Edition.StatementChange;
import entente.model.Subject;
import entente.quality.calibration.Calibration.Agreement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;

/** The sentences of archived editions, of the track record, of backtests and of calibrations. */
public final class TrackSentences {

    private TrackSentences() {}

    /** What the likelihood of every statement is of; archived, so that a change of it makes new questions. */
    public static String event(Subject subject) {
        return "An operational alliance of " + subject.pair() + ": a mutual-defence commitment, in force and working";
    }

    /** What is new in an edition, else its figure, with its number: what a subject says of it. */
    public static String news(Edition edition) {
        return edition.change()
                        .map(StatementChange::brief)
                        .orElseGet(() -> edition.statement().figure()) + ", edition "
                + edition.id().number();
    }

    /** What is new in an edition, and its statement. */
    public static String bottomLine(Edition edition) {
        return edition.change().map(change -> change.text() + " ").orElse("")
                + edition.statement().text();
    }

    /** A score, or the lowest and highest that it may be. */
    public static String range(double lowest, double highest, int decimals) {
        String from = score(lowest, decimals);
        return lowest == highest ? from : from + " to " + score(highest, decimals);
    }

    public static String score(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '−');
    }

    public static List<String> ids(BacktestResult result, Predicate<BacktestCase> which) {
        return result.cases().stream().filter(which).map(c -> c.scenario().id()).toList();
    }

    /** Some of all cases, in words. */
    public static String of(int some, int all) {
        return some == all
                ? all == 1 ? "the one case" : all == 2 ? "both cases" : "all " + Wording.count(all) + " cases"
                : Wording.count(some) + " of " + Wording.plural(all, "case");
    }

    public static String score(double score) {
        return score(score, 4);
    }

    /** The difference of two scores as they are shown, so that the column can be checked. */
    public static String gain(double reference, double verdicts) {
        return Wording.signed(shown(reference).subtract(shown(verdicts)));
    }

    private static BigDecimal shown(double score) {
        return BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_EVEN);
    }

    /** A likelihood as readers judge it, in percent: whole percent from 10 to 99, else two digits, or one decimal. */
    public static String judged(double percent) {
        BigDecimal exact = BigDecimal.valueOf(percent);
        BigDecimal rounded = percent < 10
                ? exact.round(new MathContext(2, RoundingMode.HALF_EVEN))
                : exact.setScale(percent < 99 ? 0 : 1, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    public static String signed(double points) {
        return Wording.signed(BigDecimal.valueOf(points).setScale(1, RoundingMode.HALF_EVEN));
    }

    /** A dot where no two worlds are told apart. */
    public static String order(Agreement agreement) {
        return agreement.order().isPresent() ? score(agreement.order().getAsDouble(), 2) : "·";
    }
}

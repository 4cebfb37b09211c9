package entente.report.wording;

import entente.analysis.track.BrierScore;
import entente.analysis.track.Edition;
import entente.analysis.track.Published;
import entente.analysis.track.Statement;
import entente.analysis.track.StatementChange;
import entente.analysis.track.TrackRecord;
import entente.analysis.track.TrackedStatement;
import entente.analysis.track.TrackedStatement.State;
import entente.model.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sentences of archived editions and of the track record. */
public final class EditionSentences {

    private EditionSentences() {}

    /** What the likelihood of every statement is of; archived, so that a change of it makes new questions. */
    public static String event(Subject subject) {
        return "An operational alliance of " + subject.pair() + ": a mutual-defence commitment, in force and working";
    }

    /** The verdict of an edition as published; of an edition of before this was kept, its likelihood. */
    public static String text(Statement statement) {
        return statement
                .published()
                .map(Published::text)
                .orElseGet(() -> statement.event() + ", by " + DateText.of(statement.lastDay()) + ": "
                        + figure(statement) + ".");
    }

    /** Its short form. */
    public static String figure(Statement statement) {
        return statement.published().map(Published::figure).orElseGet(() -> Wording.percent(statement.likelihood()));
    }

    /** What is new in an edition, else its figure, with its number: what a subject says of it. */
    public static String news(Edition edition) {
        return edition.change().map(StatementChange::brief).orElseGet(() -> figure(edition.statement())) + ", edition "
                + edition.id().number();
    }

    /** What is new in an edition, and its statement. */
    public static String bottomLine(Edition edition) {
        return edition.change().map(change -> change.text() + " ").orElse("") + text(edition.statement());
    }

    /** What became of a statement. */
    public static String outcome(TrackedStatement one) {
        String outcome = one.resolution()
                .map(resolution -> (resolution.occurred() ? "yes" : "no") + ", " + resolution.on())
                .orElse("");
        if (one.state() == State.RESOLVED) {
            return outcome;
        }
        return Wording.word(one.state()) + (outcome.isEmpty() ? "" : ": " + outcome);
    }

    /** The scores that there are, by what is counted. */
    public static Map<String, BrierScore> scores(TrackRecord record) {
        Map<String, BrierScore> scores = new LinkedHashMap<>();
        record.byStatement().ifPresent(score -> scores.put("By statement", score));
        record.byQuestion().ifPresent(score -> scores.put("By question", score));
        return scores;
    }

    /** A score, or the lowest and highest that it may be. */
    public static String range(double lowest, double highest, int decimals) {
        String from = score(lowest, decimals);
        return lowest == highest ? from : from + " to " + score(highest, decimals);
    }

    /** A score with this number of decimals. */
    public static String score(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '−');
    }
}

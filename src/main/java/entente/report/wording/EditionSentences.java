package entente.report.wording;

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
import java.util.ArrayList;
import java.util.List;

/** The sentences of archived editions and of the track record. */
public final class EditionSentences {

    /** How to read the scores. */
    public static final String SCORES =
            "The Brier score is the mean squared difference between forecast and outcome: 0 is perfect, 1 is certain and"
                    + " wrong each time. Skill is the gain over the base rate: 1 is perfect, 0 no better, below 0 worse.";

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

    /** What there is, in one or two sentences. */
    public static List<String> lead(TrackRecord record) {
        int all = record.statements().size();
        if (all == 0) {
            return List.of("No edition is archived yet.");
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(Wording.capitalized(Wording.plural(all, "statement")) + " on "
                + Wording.plural(record.questions(), "question") + ": " + counts(record) + ".");
        if (record.count(State.RESOLVED) == 0) {
            sentences.add("None is resolved, so there is no score yet.");
        }
        return sentences;
    }

    private static String counts(TrackRecord record) {
        String counts = Wording.count(record.count(State.RESOLVED)) + " resolved, "
                + Wording.count(record.count(State.OPEN)) + " open, " + Wording.count(record.count(State.OVERDUE))
                + " overdue";
        int hindsight = record.count(State.HINDSIGHT);
        return counts + (hindsight == 0 ? "" : ", " + Wording.count(hindsight) + " in hindsight");
    }

    /** Limits of the scores, and what is to be done. */
    public static List<String> cautions(TrackRecord record) {
        List<String> sentences = new ArrayList<>();
        int resolved = record.resolvedQuestions();
        if (resolved < TrackRecord.MIN_QUESTIONS && !record.statements().isEmpty()) {
            sentences.add((resolved == 0
                            ? "No question is resolved"
                            : Wording.capitalized(
                                            Wording.plural(resolved, "resolved question is", "resolved questions are"))
                                    + " too few to judge by")
                    + ": scores and calibration mean little below " + TrackRecord.MIN_QUESTIONS
                    + " resolved questions.");
        }
        if (record.intervals() > 0) {
            sentences.add(Wording.capitalized(
                            Wording.plural(record.intervals(), "resolved statement gives", "resolved statements give"))
                    + " an interval, not a likelihood: scored from its end nearer to what happened to the farther one,"
                    + " and in no row of the calibration.");
        }
        if (record.statements().size() > record.questions()) {
            sentences.add("Statements on one question share its outcome, so the score by question, with the mean of its"
                    + " statements, is the fairer one.");
        }
        if (record.count(State.OVERDUE) > 0) {
            sentences.add("An overdue statement is past its last day and waits to be resolved.");
        }
        if (record.count(State.HINDSIGHT) > 0) {
            sentences.add(
                    "A statement in hindsight was issued when its horizon was over or its event had happened: it is"
                            + " no forecast and not scored.");
        }
        return sentences;
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

    /** A score with this number of decimals. */
    public static String score(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '−');
    }
}

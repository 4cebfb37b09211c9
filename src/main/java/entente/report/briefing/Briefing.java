package entente.report.briefing;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Confidence.ConfidenceLevel;
import java.util.List;
import java.util.Optional;
import lombok.With;

/**
 * The content of a briefing; every text is a finished sentence, part of one, or a name. Each medium renders it with one class.
 *
 * @param scenario id of the scenario
 * @param scale standard of its words of likelihood
 * @param edition number of the edition, from 1
 * @param asOf date of the scenario in words; empty if it has none
 * @param title title of the scenario, in the words of its author
 * @param bottomLine the verdict, its parts in the order in which they are read
 * @param standing the expected relationship, the treaty in force, the interval
 * @param since what changed since the previous edition; empty for the first edition
 * @param depth how deep the partnership is, and how far it is to the next relationship
 * @param path the way from the base rate to the verdict
 * @param changes what would change the verdict
 * @param alternative the same facts under the rival rule book; empty without one
 * @param notKnown what is not known, and what finding it out is worth
 * @param assumed assumptions of the scenario: assumed readings and changes of the rule book
 * @param caveats warnings on the readings
 * @param ledger every rule that fired, in the long form; empty otherwise
 */
public record Briefing(
        String scenario,
        LikelihoodScale scale,
        @With int edition,
        String asOf,
        String title,
        List<Phrase> bottomLine,
        List<String> standing,
        ConfidenceNote confidence,
        @With Optional<Since> since,
        List<Judgement> judgements,
        PointsFigure points,
        String depth,
        String path,
        List<String> changes,
        Watch watch,
        List<String> alternative,
        List<String> notKnown,
        List<AssumptionRow> keyAssumptions,
        List<String> assumed,
        List<String> caveats,
        List<Source> sources,
        Method method,
        List<LedgerItem> ledger) {

    /** Said on every page. */
    public static final String NATURE = "A judgement by rules, not a calibrated frequency";

    /** What the words for the support of a key assumption mean. */
    public static final String SUPPORT =
            "Solid: from a source graded A or B. Caveated: a judgement, or from a weaker source. "
                    + "Unsupported: unrated.";

    /** Part of a sentence. */
    public record Phrase(String text, boolean strong) {}

    /** @param lead the level; {@code reasons} follow it in sentences of their own or after a colon */
    public record ConfidenceNote(ConfidenceLevel level, String lead, String reasons) {

        /** Three boxes of which this many are full. */
        public int boxes() {
            return level.ordinal() + 1;
        }
    }

    /** @param lead names the previous edition and starts the sentence that {@code text} ends */
    public record Since(String lead, String text) {}

    /** @param lead the judgement, {@code text} what it rests on, {@code cites} paragraphs of the article */
    public record Judgement(String lead, String text, String cites) {}

    /**
     * From the base rate to the verdict, in points.
     *
     * @param rows the base rate first, the result last
     */
    public record PointsFigure(Percent likelihood, Percent low, Percent high, List<PointsRow> rows) {}

    /** @param from points before the row, {@code to} after it, both in points */
    public record PointsRow(Kind kind, String label, String points, double from, double to) {
        public enum Kind {
            BASE,
            /** A barrier, driver or commitment; without points it is shown as such. */
            GROUP,
            CEILING,
            RESULT
        }

        public boolean idle() {
            return kind == Kind.GROUP && from == to;
        }
    }

    /** Readings whose change alone brings another band. */
    public record Watch(List<WatchRow> rows, int tripped, int notTripped, int unknown, String note) {}

    /**
     * A reading to watch.
     *
     * @param now the reading in words, with the one of the previous edition if that differs
     * @param threshold where another band begins, in words
     * @param outcome the word of likelihood beyond the threshold, with its range
     * @param likelihood the likelihood beyond the threshold; for an unrated reading what a figure is worth
     */
    public record WatchRow(
            String label,
            Optional<Track> track,
            String now,
            String threshold,
            String outcome,
            String likelihood,
            Direction direction,
            Status status) {
        public enum Direction {
            UP,
            DOWN,
            NONE
        }

        public enum Status {
            /** The reading has crossed the threshold that the previous edition named. */
            TRIPPED,
            NOT_TRIPPED,
            UNKNOWN
        }
    }

    /** Places on a track of five equal cells, one for each grade, from 0 to 1. */
    public record Track(double reading, double threshold) {}

    /** @param basis the reading that it rests on, {@code support} how well that reading is founded */
    public record AssumptionRow(String text, String cites, String basis, Support support) {
        public enum Support {
            SOLID,
            CAVEATED,
            UNSUPPORTED
        }
    }

    /** @param grades Admiralty grades of the readings from this source; empty for none */
    public record Source(String reference, String grades) {}

    /** @param command reproduces the assessment, {@code provenance} names versions and digests */
    public record Method(String text, String command, String provenance) {}

    /** @param readings what the rule reads, in words */
    public record LedgerItem(String group, String claim, String points, String cites, String readings) {}
}

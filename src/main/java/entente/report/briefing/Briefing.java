package entente.report.briefing;

import entente.analysis.track.StatementChange;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Confidence.ConfidenceLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * The content of a briefing; every text is a finished sentence, part of one, or a name. Each medium renders it with one class.
 *
 * @param scenario id of the scenario
 * @param scale standard of its words of likelihood
 * @param edition number of the edition, from 1
 * @param asOf date of the scenario in words; empty if it has none
 * @param title title of the scenario, in the words of its author
 * @param base title of the scenario that this one changes; empty for none
 * @param supposed whether the scenario is a supposition, whose assumptions come first
 * @param supposition what it supposes, in one sentence that stands before the verdict; empty for nothing
 * @param change what is new against the previous edition, which the bottom line says first; empty for the first edition
 * @param statement the verdict in one sentence
 * @param drivers the factors that matter most, in one sentence; empty where none is worth naming
 * @param standing other base rates, the other reading, the expected relationship, the treaty in force
 * @param since what changed since the previous edition; empty for the first edition
 * @param path the way from the base rate to the verdict; empty where nothing is rated
 * @param alternative what tells the rival reading of the same facts apart; empty without one
 * @param notKnown what is not known, and what finding it out is worth
 * @param probabilities of the verdicts, where the scenario says how probable the values of a reading are
 * @param assumed assumptions of the scenario: what happens in it, in its author's words; changes of the rule book; in the
 *     long form assumed readings with those that they replace
 * @param caveats warnings on the readings
 * @param ledger every rule that fired, in the long form; empty otherwise
 */
public record Briefing(
        String scenario,
        LikelihoodScale scale,
        int edition,
        String asOf,
        String title,
        Optional<String> base,
        boolean supposed,
        String supposition,
        Optional<StatementChange> change,
        String statement,
        String drivers,
        List<String> standing,
        ConfidenceNote confidence,
        Optional<Since> since,
        List<Judgement> judgements,
        PointsFigure points,
        String path,
        Watch watch,
        List<String> alternative,
        List<String> notKnown,
        Optional<Probabilities> probabilities,
        List<AssumptionRow> keyAssumptions,
        List<String> assumed,
        List<String> caveats,
        List<Source> sources,
        Method method,
        List<LedgerItem> ledger) {

    /** Whether it lists every rule that fired, and every source. */
    public boolean isLong() {
        return !ledger.isEmpty();
    }

    /** Said on every page. */
    public static final String NATURE = "A judgement by rules, not a calibrated frequency";

    /** What the words for the support of key assumptions mean, those that are used. */
    public String legend() {
        return keyAssumptions.stream()
                .map(AssumptionRow::support)
                .distinct()
                .sorted()
                .map(AssumptionRow.Support::meaning)
                .collect(Collectors.joining(" "));
    }

    /** What is new, and the verdict. */
    public String bottomLine() {
        return change.map(news -> news.text() + " ").orElse("") + statement;
    }

    /** Name of its files, without the ending: those of two standards of words do not replace each other. */
    public String fileName() {
        return scenario + (scale == LikelihoodScale.PHIA ? "-phia" : "");
    }

    /** @param lead the level; {@code reasons} follow it in sentences of their own or after a colon */
    public record ConfidenceNote(ConfidenceLevel level, String lead, String reasons) {

        /** Three boxes of which this many are full. */
        public int boxes() {
            return level.ordinal() + 1;
        }
    }

    /** @param lead names the previous edition and starts the sentence that {@code text} ends */
    public record Since(String lead, String text) {}

    /**
     * A key judgement.
     *
     * @param lead the judgement, {@code text} what it rests on
     * @param cites paragraphs of the article that argue for it, {@code assumption} what the project assumes beyond them
     */
    public record Judgement(String lead, String text, String cites, String assumption) {

        /** A judgement that rests on no single rule. */
        public Judgement(String lead, String text) {
            this(lead, text, "", "");
        }
    }

    /**
     * From the base rate to the verdict, in points.
     *
     * @param text the likelihood as printed
     * @param rows the base rate first, the result last
     */
    public record PointsFigure(Percent likelihood, Percent low, Percent high, String text, List<PointsRow> rows) {}

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

    /**
     * Readings whose change alone brings another band.
     *
     * @param note how many were tripped since when, and where no single reading brings another band; possibly empty
     */
    public record Watch(List<WatchRow> rows, int tripped, int notTripped, String note) {}

    /**
     * A reading to watch.
     *
     * @param now the reading in words, with the one of the previous edition if that differs
     * @param threshold the values beyond the nearest threshold that lead to another band, in words
     * @param outcome the word of likelihood with these values, with its range
     * @param likelihood the likelihood with these values, the lowest and the highest
     */
    public record WatchRow(
            String label,
            Track track,
            String now,
            String threshold,
            String outcome,
            String likelihood,
            Direction direction,
            Status status) {
        public enum Direction {
            UP,
            DOWN
        }

        public enum Status {
            /** The reading has crossed the threshold that the previous edition named. */
            TRIPPED,
            NOT_TRIPPED
        }
    }

    /** Places on a track of five equal cells, one for each grade, from 0 to 1. */
    public record Track(double reading, double threshold) {}

    /**
     * How probable each verdict is.
     *
     * @param expectedPercent the expected likelihood
     * @param terms the words of likelihood that occur, in their order
     * @param text the same in sentences, and what it rests on
     */
    public record Probabilities(double expectedPercent, List<TermProbability> terms, String text) {}

    /** @param term with its range */
    public record TermProbability(String term, double probability) {}

    /** @param basis the reading that it rests on, {@code support} how well that reading is founded */
    public record AssumptionRow(String text, String cites, String basis, Support support) {
        @Getter
        @RequiredArgsConstructor
        public enum Support {
            WELL_SOURCED("Well sourced: its reading is graded A or B, which does not grade the assumption."),
            CAVEATED("Caveated: a judgement, or a weaker source."),
            NO_SOURCE("No source: the scenario names none."),
            ASSUMED("Assumed: the scenario assumes it."),
            CONTRADICTED("Contradicted: the reading says otherwise."),
            SET_ASIDE("Set aside: the scenario assumes otherwise."),
            OPEN("Open: the range of its reading allows both."),
            UNSUPPORTED("Unsupported: unrated.");

            private final String meaning;
        }
    }

    /**
     * A source of readings.
     *
     * @param grades Admiralty grades of the readings from this source; empty for none
     * @param readings number of readings from it
     * @param own whether it is a judgement or an assumption of the scenario's authors, not a source that they read
     * @param inherited whether the scenario that this one changes has the same readings from it
     */
    public record Source(String reference, String grades, int readings, boolean own, boolean inherited) {}

    /** @param command reproduces the assessment, {@code provenance} names versions and digests */
    public record Method(String text, String command, String provenance) {

        /** The same for a page: of each digest the first twelve digits; JSON has the whole ones. */
        public String shortProvenance() {
            return provenance.replaceAll("\\b([0-9a-f]{12})[0-9a-f]{52}\\b", "$1");
        }
    }

    /** @param readings what the rule reads, in words */
    public record LedgerItem(String group, String claim, String points, String cites, String readings) {}
}

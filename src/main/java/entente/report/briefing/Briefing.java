package entente.report.briefing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import entente.analysis.track.Edition.StatementChange;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Confidence.ConfidenceLevel;
import entente.report.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/**
 * The content of a briefing; every text is a finished sentence, part of one, or a name. Each medium renders it with one class
 * or template.
 *
 * @param scale standard of its words of likelihood
 * @param base empty for none
 * @param supposed its assumptions come first then
 * @param drivers in one sentence; empty where none is worth naming
 * @param points the way from the base rate to the verdict in points, {@code path} the same in a sentence; empty where nothing is
 *     rated
 * @param assumed what happens in it, in its author's words
 * @param notKnown what is not known, and what finding it out is worth
 */
@JsonPropertyOrder({
    "scenario",
    "edition",
    "asOf",
    "title",
    "percent",
    "base",
    "supposed",
    "supposition",
    "change",
    "statement"
})
public record Briefing(
        @Described(kind = Kind.ID) String scenario,
        @JsonIgnore LikelihoodScale scale,

        @Described(value = "From 1.", kind = Kind.FROM_ONE) int edition,

        @Described(value = "Date of the scenario in words.", kind = Kind.ANY_TEXT)
        String asOf,

        String title,

        @Described("Title of the scenario that this one changes.")
        Optional<String> base,

        @Described("Whether the scenario is a supposition.") boolean supposed,

        @JsonIgnore String supposition,

        @Described("What is new against the edition before.")
        Optional<StatementChange> change,

        @JsonIgnore String statement,

        @Described(value = "The factors that matter most.", kind = Kind.ANY_TEXT)
        String drivers,

        @Described("Other base rates, the other reading, expected relationship, treaty in force.")
        List<String> standing,

        ConfidenceNote confidence,

        @Described("What changed; absent in the first edition.")
        Optional<Since> since,

        List<Judgement> judgements,
        PointsFigure points,

        @Described(kind = Kind.ANY_TEXT) String path,
        Watch watch,

        List<String> notKnown,

        @Described("Of the verdicts, where the scenario says how probable the values of a reading are.")
        Optional<Probabilities> probabilities,

        List<AssumptionRow> keyAssumptions,

        @Described("Assumptions of the scenario.") List<String> assumed,
        List<String> caveats,
        List<Source> sources,
        Method method) {

    @Described("Likelihood of an alliance.")
    public Percent percent() {
        return points.likelihood();
    }

    @JsonProperty("supposition")
    @Described(value = "What it supposes; stands before the verdict.", kind = Kind.ANY_TEXT)
    public String plainSupposition() {
        return Wording.plain(supposition);
    }

    @JsonProperty("statement")
    @Described("The verdict in one sentence.")
    public String plainStatement() {
        return Wording.plain(statement);
    }

    /** What stands above it: its edition and date. */
    public String subtitle() {
        return "Briefing, edition " + edition + (asOf.isEmpty() ? "" : ", as of " + asOf) + ", " + scenario;
    }

    /** @param own the judgements and assumptions of the scenario's authors, or else the sources of readings */
    public List<String> sources(boolean own) {
        return sources.stream()
                .filter(source -> source.own() == own)
                .map(Source::inList)
                .toList();
    }

    /** What the words for the support of key assumptions mean, those that are used. */
    public String legend() {
        return keyAssumptions.stream()
                .map(AssumptionRow::support)
                .distinct()
                .sorted()
                .map(AssumptionRow.Support::meaning)
                .collect(Collectors.joining(" "));
    }

    public String bottomLine() {
        return change.map(news -> news.text() + " ").orElse("") + statement;
    }

    /** Name of its files, without the ending: those of two standards of words do not replace each other. */
    public String fileName() {
        return scenario + (scale == LikelihoodScale.PHIA ? "-phia" : "");
    }

    /** @param lead the level; {@code reasons} follow it in sentences of their own or after a colon */
    public record ConfidenceNote(ConfidenceLevel level, String lead, String reasons) {}

    /** @param lead starts the sentence that {@code text} ends */
    public record Since(
            @Described("The previous edition.") String lead,

            @Described("What has changed since.") String text) {}

    /** A key judgement; without citations it rests on no single rule. */
    public record Judgement(
            String lead,

            @Described("What it rests on.") String text,

            @Described(value = "Paragraphs of the article that argue for it.", kind = Kind.ANY_TEXT)
            String cites,

            @Described(value = "What the project assumes beyond them.", kind = Kind.ANY_TEXT)
            String assumption) {

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
    public record PointsFigure(
            Percent likelihood,
            Percent low,
            Percent high,
            String text,
            @JsonValue List<PointsRow> rows) {}

    public record PointsRow(
            Step kind,
            String label,
            @JsonIgnore String points,

            @Described(value = "Points before this row.", kind = Described.Kind.POINTS)
            double from,

            @Described(value = "Points after it.", kind = Described.Kind.POINTS)
            double to) {
        public enum Step {
            BASE,
            /** A barrier, driver or commitment; without points it is shown as such. */
            GROUP,
            CEILING,
            RESULT
        }

        public boolean idle() {
            return kind == Step.GROUP && from == to;
        }
    }

    /** Readings whose change alone brings another band. */
    public record Watch(
            List<WatchRow> rows,
            int tripped,
            int notTripped,

            @Described(value = "Since when, and which band no single reading brings.", kind = Kind.ANY_TEXT)
            String note) {}

    public record WatchRow(
            String label,
            @JsonIgnore Track track,

            @Described("The reading, with the one of the previous edition if that differs.")
            String now,

            @Described("The values beyond the nearest threshold that lead to another band.")
            String threshold,

            @Described("The word of likelihood with these values, with its range.")
            String outcome,

            @Described("The likelihood with these values: the lowest and the highest.")
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

    public record Probabilities(
            @Described(value = "The expected likelihood.", kind = Kind.PERCENT)
            double expectedPercent,

            @Described("The words of likelihood that occur, in their order.")
            List<TermProbability> terms,

            @Described("The same in sentences, and what it rests on.")
            String text) {}

    public record TermProbability(
            @Described("Word of likelihood with its range.") String term,

            @Described(kind = Kind.PROBABILITY) double probability) {}

    public record AssumptionRow(
            String text,
            String cites,

            @Described("The reading that it rests on.") String basis,

            @Described("How well that reading is founded.") Support support) {
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

    public record Source(
            String reference,

            @Described(value = "Admiralty grades of its readings.", kind = Kind.ANY_TEXT)
            String grades,

            @Described(value = "Number of readings from it.", kind = Kind.FROM_ONE)
            int readings,

            @Described("Whether it is a judgement or an assumption of the authors, not a source that they read.")
            boolean own) {

        private String inList() {
            String details = Stream.of(own ? Wording.plural(readings, "reading") : "", grades)
                    .filter(detail -> !detail.isEmpty())
                    .collect(Collectors.joining(", "));
            return reference + (details.isEmpty() ? "" : " (" + details + ")");
        }
    }

    public record Method(
            String text,

            @Described("Reproduces the assessment.") String command,

            @Described("Versions and digests.") String provenance,

            @JsonIgnore String shortProvenance) {}
}

package entente.report.briefing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.Share;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.LikelihoodScale;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.assessment.Verdict;
import entente.report.wording.ContrastText;
import entente.report.wording.Figures;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Several scenarios in one document: their comparison, then the briefing of each.
 *
 * @param pair the two powers
 * @param comparison one row for each briefing, in their order
 */
public record CombinedBriefing(
        @JsonIgnore String pair,

        @Described("The first is the reference.") List<ComparedScenario> comparison,
        List<Briefing> briefings) {

    /** Short, since a row has little room. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final int MOST_PARTS = 2;
    private static final String NONE = "–";

    public static final String SUBTITLE = "Comparison, then the briefing of each";

    /** Titles of the columns of the comparison after the scenario. */
    public static final List<String> COLUMNS =
            List.of("as of", "likelihood", "interval", "expected relationship", "confidence", "difference");

    public static final String REMARK = VerdictSentences.EVENT
            + " Differences are from the first scenario, in percentage points, each with two of its largest parts. The parts"
            + " are exact (Shapley values).";

    /** A scenario as a row of the comparison, each text as it is printed. */
    @JsonPropertyOrder({"scenario", "title", "asOf", "supposition", "likelihood"})
    public record ComparedScenario(
            @Described(kind = Kind.ID) String scenario,
            String title,

            @Described(value = "Date of the scenario in words.", kind = Kind.ANY_TEXT)
            String asOf,

            @JsonIgnore String supposition,

            @Described("Short form of the verdict, and its words.")
            String likelihood,

            @Described("The verdict in one sentence.") String statement,

            @Described(value = "Empty if no reading is open.", kind = Kind.ANY_TEXT)
            String interval,

            @Described("The expected one.") String relationship,
            String confidence,

            @Described("From the first scenario.") Optional<Difference> difference) {

        public List<String> cells() {
            return Stream.of(
                            asOf,
                            likelihood,
                            interval,
                            relationship,
                            confidence,
                            difference.map(Difference::toString).orElse(""))
                    .map(text -> text.isEmpty() ? NONE : text)
                    .toList();
        }

        @JsonProperty("supposition")
        @Described(value = "What the scenario supposes, in one sentence; empty for nothing.", kind = Kind.ANY_TEXT)
        public String plainSupposition() {
            return Wording.plain(supposition);
        }
    }

    public record Difference(
            @Described("Percentage points with their sign.") String points,

            @Described("Two of the largest parts by Shapley value.")
            List<String> parts) {

        @Override
        public String toString() {
            return points + (parts.isEmpty() ? "" : ": " + String.join("; ", parts));
        }
    }

    /** @param contrasts of the first scenario with each other one */
    public static CombinedBriefing of(
            Assessment first, List<ScenarioContrast> contrasts, LikelihoodScale scale, List<Briefing> briefings) {
        List<ComparedScenario> rows = new ArrayList<>();
        rows.add(row(first, Optional.empty(), scale));
        contrasts.forEach(contrast ->
                rows.add(row(contrast.after(), Optional.of(difference(contrast, new Figures(scale))), scale)));
        return new CombinedBriefing(first.catalogue().subject().pair(), List.copyOf(rows), briefings);
    }

    public String title() {
        return "An operational alliance of " + pair + ": " + Wording.plural(briefings.size(), "scenario");
    }

    /** What drives each likelihood, or changes it, and why confidence is no higher. */
    public List<String> inShort() {
        return briefings.stream()
                .map(briefing -> briefing.title() + ": "
                        + (briefing.drivers().isEmpty() ? "" : briefing.drivers() + " ")
                        + briefing.confidence().lead() + " "
                        + briefing.confidence().reasons())
                .toList();
    }

    /** Name of its files, without the ending. */
    public String fileName() {
        return "combined-briefing" + (briefings.get(0).scale() == LikelihoodScale.PHIA ? "-phia" : "");
    }

    private static ComparedScenario row(Assessment assessment, Optional<Difference> difference, LikelihoodScale scale) {
        Verdict verdict = assessment.verdict();
        Interval interval = verdict.interval();
        VerdictSentences sentences = new VerdictSentences(assessment, scale);
        return new ComparedScenario(
                assessment.scenario().id(),
                assessment.scenario().title(),
                assessment.scenario().asOf().map(DAY::format).orElse(""),
                SuppositionText.sentence(assessment).orElse(""),
                sentences.brief().summary(),
                Wording.plain(sentences.statement()),
                interval.widthTenths() == 0
                        ? ""
                        : new Figures(scale).span(interval.low(), verdict.likelihood(), interval.high()),
                Wording.relationship(verdict),
                Wording.word(assessment.confidence().level()),
                difference);
    }

    /** In percentage points, with its largest parts: barriers, drivers and assumptions. */
    private static Difference difference(ScenarioContrast contrast, Figures figures) {
        boolean whole = figures.isWholeChange(
                contrast.before().likelihood(), contrast.after().likelihood());
        return new Difference(
                printed(contrast.attribution().tenths(), whole),
                contrast.attribution().parts().stream()
                        .filter(part -> part.rounded() != 0)
                        .sorted(Share.LARGEST_FIRST)
                        .limit(MOST_PARTS)
                        .map(part -> printed(part.rounded(), whole) + " " + ContrastText.name(part, contrast, " with "))
                        .toList());
    }

    private static String printed(int tenths, boolean whole) {
        return Wording.signed(whole ? BigDecimal.valueOf(Figures.whole(tenths)) : BigDecimal.valueOf(tenths, 1));
    }
}

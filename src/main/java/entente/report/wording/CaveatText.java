package entente.report.wording;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.Warning;
import entente.model.assessment.Assessment.Warning.Kind;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Warnings about a scenario as sentences; summaries and documents combine warnings about dates where there are many. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class CaveatText {

    private static final int MANY = 4;

    /** Ranges that one sentence names. */
    private static final int RANGES = 2;

    private final Catalogue catalogue;

    /** Whether the reading or date is probably not what was meant. */
    public static boolean isSlip(Kind kind) {
        return switch (kind) {
            case PERCENT_AS_FRACTION, SHARE_ABOVE_WHOLE, READING_AFTER_SCENARIO, SCENARIO_LONG_AFTER_READINGS -> true;
            case STALE_READING,
                    TARIFF_WITHOUT_EFFECT,
                    RANGE_ENDS_AT_CUT,
                    NOTHING_RATED,
                    INTERVAL_NOT_EXACT,
                    RELATIONSHIPS_NOT_EXACT -> false;
        };
    }

    /** A warning without its place, for data. */
    public static String plain(Warning warning, Catalogue catalogue) {
        return Wording.plain(new CaveatText(catalogue).of(warning));
    }

    /** Readings and dates that are probably not what was meant. */
    public static List<String> slips(Assessment assessment) {
        return sentences(assessment, CaveatText::isSlip, MANY).stream()
                .map("Please check: "::concat)
                .toList();
    }

    public static List<String> of(Assessment assessment) {
        return sentences(assessment, kind -> true, Integer.MAX_VALUE);
    }

    /** How many a summary leaves out, which has {@link #slips} and {@link #ranges}; the notes on the data are one. */
    public static int more(Assessment assessment) {
        return sentences(assessment, kind -> !isSlip(kind) && kind != Kind.RANGE_ENDS_AT_CUT, MANY)
                        .size()
                + (assessment.notes().isEmpty() ? 0 : 1);
    }

    public static List<String> inDocuments(Assessment assessment) {
        return Stream.concat(
                        ranges(assessment).stream(),
                        sentences(assessment, kind -> kind != Kind.RANGE_ENDS_AT_CUT, MANY).stream())
                .toList();
    }

    /** One sentence for all ranges that end at a cut point; a summary always has it. */
    public static Optional<String> ranges(Assessment assessment) {
        List<String> labels = assessment.warnings().stream()
                .filter(warning -> warning.kind() == Kind.RANGE_ENDS_AT_CUT)
                .map(warning -> assessment.indicator(warning.facts().get(0)))
                .map(indicator -> "“" + indicator.shortLabel() + "”")
                .distinct()
                .toList();
        if (labels.size() < 2) {
            return labels.stream()
                    .findFirst()
                    .map(label ->
                            "The range of " + label + " ends at a cut point: a wider one can reach another grade.");
        }
        int more = labels.size() - RANGES;
        return Optional.of("The ranges of " + String.join(more > 0 ? ", " : " and ", labels.subList(0, RANGES))
                + (more > 0 ? " and " + Wording.count(more) + " more" : "")
                + " end at cut points: wider ones can reach other grades.");
    }

    /** Doubts about the article's data behind the readings in use, each with the indicator that it touches. */
    public static List<String> doubts(Assessment assessment) {
        return assessment.notes().stream()
                .map(note -> Wording.label(assessment.indicator(note.indicator())) + ": "
                        + Wording.sentence(note.note().note()) + " ("
                        + note.note().id() + ")")
                .toList();
    }

    /** Kind by kind in the order of their first warning; a kind about dates in one sentence from so many warnings on. */
    private static List<String> sentences(Assessment assessment, Predicate<Kind> included, int many) {
        CaveatText text = new CaveatText(assessment.catalogue());
        Map<Kind, List<Warning>> byKind = assessment.warnings().stream()
                .filter(warning -> included.test(warning.kind()))
                .collect(groupingBy(Warning::kind, LinkedHashMap::new, toList()));
        return byKind.values().stream()
                .flatMap(warnings ->
                        warnings.size() >= many && ofDates(warnings.get(0).kind())
                                ? Stream.of(combined(warnings))
                                : warnings.stream().map(text::of))
                .toList();
    }

    private static boolean ofDates(Kind kind) {
        return kind == Kind.STALE_READING || kind == Kind.READING_AFTER_SCENARIO;
    }

    /** One sentence for many warnings about dates; their facts are the reading, its date and the scenario's date. */
    private static String combined(List<Warning> warnings) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        warnings.forEach(warning -> dates.add(LocalDate.parse(warning.facts().get(1))));
        boolean late = warnings.get(0).kind() == Kind.READING_AFTER_SCENARIO;
        return warnings.size() + " readings have a date " + (late ? "after" : "years before") + " the scenario's ("
                + date(warnings.get(0).facts(), 2) + "), from " + Wording.date(dates.first()) + " to "
                + Wording.date(dates.last())
                + (late ? "; they are used." : ".");
    }

    private String of(Warning warning) {
        List<String> facts = warning.facts();
        return switch (warning.kind()) {
            case NOTHING_RATED -> "Nothing is rated: the answer is what the base rate alone gives.";
            case INTERVAL_NOT_EXACT -> "Too much is unknown to try every combination: the interval is an outer bound.";
            case RELATIONSHIPS_NOT_EXACT ->
                "Too much is unknown to try every combination: of the relationships listed, some are not shown to be reached.";
            case SHARE_ABOVE_WHOLE, TARIFF_WITHOUT_EFFECT -> contradiction(warning);
            case PERCENT_AS_FRACTION -> {
                String meant = facts.get(2) + Wording.GLUE + "%";
                yield label(facts) + ": the reading is " + facts.get(1) + Wording.GLUE + "%; if " + meant
                        + " is meant, write " + facts.get(2) + ".";
            }
            case STALE_READING ->
                label(facts) + ": the reading is of " + date(facts, 1) + ", the scenario of " + date(facts, 2) + ".";
            case READING_AFTER_SCENARIO ->
                label(facts) + ": the reading is of " + date(facts, 1) + ", later than the scenario (" + date(facts, 2)
                        + "); it is used.";
            case SCENARIO_LONG_AFTER_READINGS ->
                "The scenario is dated " + date(facts, 0) + ", decades after its newest reading (" + date(facts, 1)
                        + ").";
            case RANGE_ENDS_AT_CUT ->
                label(facts) + ": the range ends at " + measure(facts, 1) + ", at the cut point " + measure(facts, 2)
                        + ": a slightly wider one can reach another grade.";
        };
    }

    /** Two readings that contradict each other. */
    private String contradiction(Warning warning) {
        Indicator indicator = catalogue.indicator(
                warning.pointer().substring(warning.pointer().lastIndexOf('/') + 1));
        boolean share = warning.kind() == Kind.SHARE_ABOVE_WHOLE;
        Indicator other = catalogue.indicator((share ? indicator.partOf() : indicator.actsThrough()).orElseThrow());
        return "“" + indicator.shortLabel() + "” ("
                + reading(indicator, warning.facts().get(0))
                + (share ? ") is above “" : ") has no effect with “") + other.shortLabel() + "” ("
                + reading(other, warning.facts().get(1))
                + (share ? "), of which it is a part." : "): it acts through that only.");
    }

    /** 0 and 100 percent are spelled out, so as not to read like a certainty. */
    private static String reading(Indicator indicator, String figure) {
        if (!indicator.percent()) {
            return new MeasureText(indicator).value(Double.parseDouble(figure));
        }
        return switch (figure) {
            case "0" -> "zero percent";
            case "100" -> "a hundred percent";
            default -> figure + " percent";
        };
    }

    private String measure(List<String> facts, int place) {
        return new MeasureText(catalogue.indicator(facts.get(0))).value(Double.parseDouble(facts.get(place)));
    }

    private static String date(List<String> facts, int place) {
        return Wording.date(LocalDate.parse(facts.get(place)));
    }

    private String label(List<String> facts) {
        return Wording.label(catalogue.indicator(facts.get(0)));
    }
}

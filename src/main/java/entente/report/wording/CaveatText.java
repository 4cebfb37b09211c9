package entente.report.wording;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.Warning;
import entente.model.assessment.Assessment.Warning.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Warnings about a scenario as sentences; a summary combines warnings about dates where there are many. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class CaveatText {

    private static final int MANY = 4;

    /** Ranges that one sentence names. */
    private static final int RANGES = 2;

    private final Catalogue catalogue;

    /** Whether readers have a document and no files and options at hand: short labels, dates in words. */
    private final boolean inDocument;

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
        return Wording.plain(new CaveatText(catalogue, false).of(warning));
    }

    /** Readings and dates that are probably not what was meant, each with its place; many late dates in one sentence. */
    public static List<String> slips(Assessment assessment) {
        CaveatText text = new CaveatText(assessment.catalogue(), false);
        List<Warning> slips = assessment.warnings().stream()
                .filter(warning -> isSlip(warning.kind()))
                .toList();
        List<Warning> late = slips.stream()
                .filter(warning -> warning.kind() == Kind.READING_AFTER_SCENARIO)
                .toList();
        List<String> sentences = new ArrayList<>();
        slips.stream()
                .filter(warning -> late.size() < MANY || !late.contains(warning))
                .forEach(warning -> sentences.add("Please check " + warning.pointer() + ": " + text.slip(warning)));
        if (late.size() >= MANY) {
            sentences.add("Please check: " + text.combined(late));
        }
        return sentences;
    }

    /** Brief where the place names the indicator. */
    private String slip(Warning warning) {
        List<String> facts = warning.facts();
        return warning.kind() == Kind.READING_AFTER_SCENARIO
                ? "dated " + facts.get(1) + ", after the scenario (" + facts.get(2) + ")."
                : of(warning);
    }

    public static List<String> of(Assessment assessment) {
        return new CaveatText(assessment.catalogue(), false).sentences(assessment, kind -> true, Integer.MAX_VALUE);
    }

    /** How many a summary leaves out, which has {@link #slips} and {@link #ranges}; the notes on the data are one. */
    public static int more(Assessment assessment) {
        return new CaveatText(assessment.catalogue(), false)
                        .sentences(assessment, kind -> !isSlip(kind) && kind != Kind.RANGE_ENDS_AT_CUT, MANY)
                        .size()
                + (assessment.notes().isEmpty() ? 0 : 1);
    }

    public static List<String> inDocuments(Assessment assessment) {
        CaveatText text = new CaveatText(assessment.catalogue(), true);
        return Stream.concat(
                        text.endsAtCuts(assessment).stream(),
                        text.sentences(assessment, kind -> kind != Kind.RANGE_ENDS_AT_CUT, MANY).stream())
                .toList();
    }

    /** One sentence for all ranges that end at a cut point; a summary always has it. */
    public static Optional<String> ranges(Assessment assessment) {
        return new CaveatText(assessment.catalogue(), false).endsAtCuts(assessment);
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
    private List<String> sentences(Assessment assessment, Predicate<Kind> included, int many) {
        Map<Kind, List<Warning>> byKind = assessment.warnings().stream()
                .filter(warning -> included.test(warning.kind()))
                .collect(groupingBy(Warning::kind, LinkedHashMap::new, toList()));
        return byKind.values().stream()
                .flatMap(warnings ->
                        warnings.size() >= many && ofDates(warnings.get(0).kind())
                                ? Stream.of(combined(warnings))
                                : warnings.stream().map(this::of))
                .toList();
    }

    private static boolean ofDates(Kind kind) {
        return kind == Kind.STALE_READING || kind == Kind.READING_AFTER_SCENARIO;
    }

    /** One sentence for many warnings about dates; their facts are the reading, its date and the scenario's date. */
    private String combined(List<Warning> warnings) {
        TreeSet<String> dates = new TreeSet<>();
        warnings.forEach(warning -> dates.add(warning.facts().get(1)));
        boolean late = warnings.get(0).kind() == Kind.READING_AFTER_SCENARIO;
        return warnings.size() + " readings have a date " + (late ? "after" : "years before") + " the scenario's ("
                + date(warnings.get(0).facts().get(2)) + "), from " + date(dates.first()) + " to "
                + date(dates.last()) + (late ? "; they are used" : "") + (inDocument ? "." : ": --explain full.");
    }

    private Optional<String> endsAtCuts(Assessment assessment) {
        List<String> labels = assessment.warnings().stream()
                .filter(warning -> warning.kind() == Kind.RANGE_ENDS_AT_CUT)
                .map(warning -> catalogue.indicator(warning.facts().get(0)))
                .map(indicator -> "“" + indicator.shortLabel() + "”")
                .distinct()
                .toList();
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        if (labels.size() == 1) {
            return Optional.of("The range of " + labels.get(0) + " ends at "
                    + (inDocument
                            ? "the edge of a step of its scale: a slightly wider one reaches the next."
                            : "a cut point: a wider one can reach another grade."));
        }
        int more = labels.size() - RANGES;
        return Optional.of("The ranges of " + String.join(more > 0 ? ", " : " and ", labels.subList(0, RANGES))
                + (more > 0 ? " and " + Wording.count(more) + " more" : "")
                + " end at "
                + (inDocument
                        ? "the edges of steps of their scales: slightly wider ones reach the next."
                        : "cut points: wider ones can reach other grades."));
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
                yield label(facts) + ": the reading is " + facts.get(1) + Wording.GLUE + "%; "
                        + (inDocument
                                ? "is " + meant + " meant?"
                                : "if " + meant + " is meant, write " + facts.get(2) + ".");
            }
            case STALE_READING ->
                label(facts) + ": the reading is of " + date(facts.get(1)) + ", the scenario of " + date(facts.get(2))
                        + ".";
            case READING_AFTER_SCENARIO ->
                label(facts) + ": the reading is of " + date(facts.get(1)) + ", later than the scenario ("
                        + date(facts.get(2)) + "); it is used.";
            case SCENARIO_LONG_AFTER_READINGS ->
                "The scenario is dated " + date(facts.get(0)) + ", decades after its newest reading ("
                        + date(facts.get(1)) + ").";
            case RANGE_ENDS_AT_CUT ->
                label(facts) + ": the range ends at " + measure(facts, 1) + ", at the cut point " + measure(facts, 2)
                        + ": a slightly wider one can reach another grade.";
        };
    }

    /** Two readings that contradict each other: in the words of the rule book, or in general ones with both labels. */
    private String contradiction(Warning warning) {
        Indicator indicator = catalogue.indicator(
                warning.pointer().substring(warning.pointer().lastIndexOf('/') + 1));
        boolean share = warning.kind() == Kind.SHARE_ABOVE_WHOLE;
        Indicator other = catalogue.indicator((share ? indicator.partOf() : indicator.actsThrough()).orElseThrow());
        String general = share
                ? "“" + indicator.shortLabel() + "” ({value}) is above “" + other.shortLabel()
                        + "” ({other}), of which it is a part."
                : "“" + indicator.shortLabel() + "” ({value}) has no effect with “" + other.shortLabel()
                        + "” at {other}: it acts through that only.";
        return catalogue
                .subject()
                .caveats()
                .getOrDefault(indicator.id(), general)
                .replace("{value}", reading(indicator, warning.facts().get(0)))
                .replace("{other}", reading(other, warning.facts().get(1)));
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

    private String label(List<String> facts) {
        Indicator indicator = catalogue.indicator(facts.get(0));
        return inDocument ? indicator.shortLabel() : Wording.label(indicator);
    }

    private String date(String iso) {
        return inDocument ? Wording.date(LocalDate.parse(iso)) : iso;
    }
}

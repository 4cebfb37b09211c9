package entente.report.wording;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import entente.model.Catalogue;
import entente.model.assessment.Assessment;
import entente.model.assessment.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The warnings of an assessment; a summary combines warnings about dates where there are many. */
public final class CaveatText {

    private static final int MANY = 4;

    /** Ranges that one sentence names. */
    private static final int RANGES = 2;

    private CaveatText() {}

    /** Readings and dates that are probably not what was meant, each with its place; many late dates in one sentence. */
    public static List<String> slips(Assessment assessment) {
        List<Warning> slips = assessment.warnings().stream()
                .filter(warning -> WarningText.isSlip(warning.kind()))
                .toList();
        List<Warning> late = slips.stream()
                .filter(warning -> warning.kind() == Warning.Kind.READING_AFTER_SCENARIO)
                .toList();
        List<String> sentences = new ArrayList<>();
        slips.stream()
                .filter(warning -> late.size() < MANY || !late.contains(warning))
                .forEach(warning ->
                        sentences.add("Please check " + warning.pointer() + ": " + slip(warning, assessment)));
        if (late.size() >= MANY) {
            sentences.add("Please check: " + combined(Warning.Kind.READING_AFTER_SCENARIO, late));
        }
        return sentences;
    }

    /** Brief where the place names the indicator. */
    private static String slip(Warning warning, Assessment assessment) {
        List<String> facts = warning.facts();
        return warning.kind() == Warning.Kind.READING_AFTER_SCENARIO
                ? "dated " + facts.get(1) + ", after the scenario (" + facts.get(2) + ")."
                : WarningText.of(warning, assessment.catalogue());
    }

    /** A summary names likely slips and {@link #ranges} elsewhere. */
    public static List<String> of(Assessment assessment, DetailLevel explain) {
        boolean full = explain == DetailLevel.FULL;
        return sentences(
                assessment,
                kind -> full || (!WarningText.isSlip(kind) && kind != Warning.Kind.RANGE_ENDS_AT_CUT),
                full ? Integer.MAX_VALUE : MANY);
    }

    /** For readers of a document, who have no files and no options at hand: short labels, dates in words. */
    public static List<String> inDocuments(Assessment assessment) {
        List<String> sentences = new ArrayList<>();
        ranges(assessment)
                .map(sentence -> sentence.replace(
                                "a cut point: a wider one can reach another grade",
                                "the edge of a step of its scale: a slightly wider one reaches the next")
                        .replace(
                                "cut points: wider ones can reach other grades",
                                "the edges of steps of their scales: slightly wider ones reach the next"))
                .ifPresent(sentences::add);
        sentences(assessment, kind -> kind != Warning.Kind.RANGE_ENDS_AT_CUT, MANY).stream()
                .map(sentence -> sentence.replaceFirst(": --explain full\\.$", ".")
                        .replaceFirst("if (\\S+) is meant, write \\S+\\.$", "is $1 meant?"))
                .map(sentence -> shortLabelled(sentence, assessment.catalogue()))
                .map(DateText::inWords)
                .forEach(sentences::add);
        return List.copyOf(sentences);
    }

    /** Kind by kind in the order of their first warning; a kind about dates in one sentence from so many warnings on. */
    private static List<String> sentences(Assessment assessment, Predicate<Warning.Kind> included, int many) {
        Map<Warning.Kind, List<Warning>> byKind = assessment.warnings().stream()
                .filter(warning -> included.test(warning.kind()))
                .collect(groupingBy(Warning::kind, LinkedHashMap::new, toList()));
        return byKind.entrySet().stream()
                .flatMap(entry -> entry.getValue().size() >= many && ofDates(entry.getKey())
                        ? Stream.of(combined(entry.getKey(), entry.getValue()))
                        : entry.getValue().stream().map(warning -> WarningText.of(warning, assessment.catalogue())))
                .toList();
    }

    /** A document calls an indicator by one label. */
    private static String shortLabelled(String sentence, Catalogue catalogue) {
        return catalogue.indicators().stream()
                .filter(indicator -> sentence.startsWith(Wording.label(indicator) + ":"))
                .findFirst()
                .map(indicator -> indicator.shortLabel()
                        + sentence.substring(Wording.label(indicator).length()))
                .orElse(sentence);
    }

    /** One sentence for all ranges that end at a cut point; a summary always has it. */
    public static Optional<String> ranges(Assessment assessment) {
        List<String> labels = assessment.warnings().stream()
                .filter(warning -> warning.kind() == Warning.Kind.RANGE_ENDS_AT_CUT)
                .map(warning -> assessment.catalogue().indicator(warning.facts().get(0)))
                .map(indicator -> "“" + indicator.shortLabel() + "”")
                .distinct()
                .toList();
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        if (labels.size() == 1) {
            return Optional.of(
                    "The range of " + labels.get(0) + " ends at a cut point: a wider one can reach another grade.");
        }
        int more = labels.size() - RANGES;
        return Optional.of("The ranges of " + String.join(more > 0 ? ", " : " and ", labels.subList(0, RANGES))
                + (more > 0 ? " and " + Wording.count(more) + " more" : "")
                + " end at cut points: wider ones can reach other grades.");
    }

    private static boolean ofDates(Warning.Kind kind) {
        return kind == Warning.Kind.STALE_READING || kind == Warning.Kind.READING_AFTER_SCENARIO;
    }

    /** Doubts about the article's data behind the readings in use, each with the indicator that it touches. */
    public static List<String> doubts(Assessment assessment) {
        return assessment.notes().stream()
                .map(note -> Wording.label(assessment.catalogue().indicator(note.indicator())) + ": "
                        + Wording.sentence(note.note().note()) + " ("
                        + note.note().id() + ")")
                .toList();
    }

    /** One sentence for many warnings about dates; their facts are the reading, its date and the scenario's date. */
    private static String combined(Warning.Kind kind, List<Warning> warnings) {
        TreeSet<String> dates = new TreeSet<>();
        warnings.forEach(warning -> dates.add(warning.facts().get(1)));
        String scenario = warnings.get(0).facts().get(2);
        boolean late = kind == Warning.Kind.READING_AFTER_SCENARIO;
        return warnings.size() + " readings have a date " + (late ? "after" : "years before") + " the scenario's ("
                + scenario + "), from " + dates.first() + " to " + dates.last() + (late ? "; they are used" : "")
                + ": --explain full.";
    }
}

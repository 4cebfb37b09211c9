package entente.report.wording;

import entente.model.ReadingStatus;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.Confidence.ConfidenceLevel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Confidence as sentences of its own, apart from the likelihood. */
public final class ConfidenceStatement {

    /** Readings that the brief statement names; more are counted. */
    private static final int NAMED_IN_BRIEF = 2;

    /** Readings named in a sentence; the others are counted. */
    private static final int NAMED = 3;

    /** Where a quarter or more is not rated, the level needs the weight of what is. */
    private static final int FEW_QUARTERS = 4;

    private ConfidenceStatement() {}

    /** The level with its reasons, and what would raise it. */
    public static String of(Assessment assessment) {
        return of(assessment, NAMED);
    }

    /** The same without the names of readings that would raise it. */
    public static String brief(Assessment assessment) {
        return of(assessment, 0);
    }

    private static String of(Assessment assessment, int named) {
        Confidence confidence = assessment.confidence();
        String level = Wording.word(confidence.level());
        String first = "Confidence is " + level + ": " + readings(assessment, named == 0);
        boolean sparse = confidence.known() * FEW_QUARTERS < confidence.total() * (FEW_QUARTERS - 1);
        if (named > 0 && sparse && confidence.level() != ConfidenceLevel.LOW) {
            first += " (about " + Wording.count((int) Math.round(confidence.coverage() * 10))
                    + " tenths of the weight are known)";
        }
        if (confidence.known() > 0) {
            first += "; " + robustness(confidence.robustness());
        }
        return first + "." + (confidence.level() == ConfidenceLevel.HIGH ? "" : " " + raise(assessment, named));
    }

    /** How many indicators are rated by one value, by a range, by assumption, and not at all; briefings have more room. */
    private static String readings(Assessment assessment, boolean brief) {
        Confidence confidence = assessment.confidence();
        int ranges = ranges(assessment, false);
        int assumed = ranges(assessment, true);
        int weighted = DistributionText.weighted(assessment, false);
        String wide = !brief || assumed == 0
                ? ""
                : assumed == confidence.assumed()
                        ? (assumed == 1 ? " as a range" : " as ranges")
                        : " (" + Wording.count(assumed) + " as " + (assumed == 1 ? "a range)" : "ranges)");
        List<String> parts = Stream.of(
                        count(confidence.known() - confidence.assumed() - ranges - weighted, "rated"),
                        count(ranges, "given as a range"),
                        count(weighted, "given by weighted grades"),
                        count(confidence.assumed(), "assumed" + wide),
                        count(confidence.total() - confidence.known(), "not rated"))
                .flatMap(Optional::stream)
                .toList();
        int last = parts.size() - 1;
        return "of " + confidence.total() + " indicators "
                + parts.get(0).replaceFirst(" ", parts.get(0).startsWith("one ") ? " is " : " are ")
                + (last == 0 ? "" : parts.size() > 2 ? ", " + String.join(", ", parts.subList(1, last)) : "")
                + (last == 0 ? "" : " and " + parts.get(last));
    }

    private static int ranges(Assessment assessment, boolean assumed) {
        return (int) assessment.scenario().readings().values().stream()
                .filter(reading -> assumed == (reading.status() == ReadingStatus.ASSUMED))
                .filter(reading -> reading.range().filter(ValueRange::wide).isPresent())
                .count();
    }

    private static Optional<String> count(int number, String what) {
        return number <= 0 ? Optional.empty() : Optional.of(Wording.count(number) + " " + what);
    }

    /** How many of the changes of one rated reading, by one or two grades, keep the band. */
    private static String robustness(double robustness) {
        long tenths = Math.round(robustness * 10);
        String many = robustness == 1
                ? "all"
                : tenths == 10
                        ? "nearly all"
                        : tenths == 0 ? "hardly any" : "about " + Wording.count((int) tenths) + " of ten";
        return many + " changes of one rated reading keep" + (tenths == 1 ? "s" : "") + " the band";
    }

    private static String raise(Assessment assessment, int named) {
        Confidence confidence = assessment.confidence();
        if (confidence.level() == confidence.maximumLevel()) {
            return Wording.capitalized(Wording.plural(assessment.scenario().horizonYears(), "year"))
                    + " ahead, confidence is never higher.";
        }
        List<String> outdated = confidence.raisedBy();
        if (!outdated.isEmpty()) {
            ConfidenceLevel next = ConfidenceLevel.values()[confidence.level().ordinal() + 1];
            String rest = outdated.size() > named ? "; and " + Wording.count(outdated.size() - named) + " more" : "";
            String count = Wording.plural(outdated.size(), "reading");
            if (named == 0) {
                boolean old = assessment.scenario().observed().isEmpty()
                        && outdated.stream()
                                .anyMatch(id -> !assessment
                                        .scenario()
                                        .reading(id)
                                        .asOf()
                                        .equals(assessment.scenario().asOf()));
                String better = old ? "newer, more reliable source" : "more reliable source";
                String sources = outdated.size() == 1 ? "A " + better : Wording.capitalized(better) + "s";
                String what = outdated.size() > NAMED_IN_BRIEF
                        ? count
                        : outdated.stream()
                                .map(id -> "“"
                                        + assessment.catalogue().indicator(id).shortLabel() + "”")
                                .collect(Collectors.joining(" and "));
                boolean unrated = outdated.stream()
                        .anyMatch(id -> assessment.scenario().reading(id).status() == ReadingStatus.UNKNOWN);
                return (unrated ? "Rating " + what + " from reliable sources" : sources + " for " + what)
                        + " would raise it to " + Wording.word(next) + ".";
            }
            return "Updated to the scenario's date from a reliable source, " + count + " would raise it to "
                    + Wording.word(next) + ": "
                    + outdated.stream()
                            .limit(named)
                            .map(id -> Wording.label(assessment.catalogue().indicator(id)))
                            .collect(Collectors.joining("; "))
                    + rest + ".";
        }
        if (assessment.verdict().interval().bands().size() > 2) {
            return "The interval spans more than two bands: rating the open indicators raises confidence most.";
        }
        if (assessment.scenario().asOf().isEmpty()) {
            return "The scenario has no date, so the age of its readings is not considered.";
        }
        if (confidence.assumed() > 0) {
            return "Better sources alone do not raise it: "
                    + Wording.plural(confidence.assumed(), "reading is", "readings are") + " assumed.";
        }
        return "Too many changes of one rated reading leave the band; better sources do not change that.";
    }
}

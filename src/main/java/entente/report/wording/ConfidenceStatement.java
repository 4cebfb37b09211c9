package entente.report.wording;

import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.Confidence.ConfidenceLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Confidence as sentences of its own, apart from the likelihood. */
public final class ConfidenceStatement {

    /** Readings named in the sentence; the others are counted. */
    private static final int NAMED = 2;

    /** Where a quarter or more is not rated, the level needs the weight of what is. */
    private static final int FEW_QUARTERS = 4;

    private ConfidenceStatement() {}

    /** The level with its reasons, and what would raise it. */
    public static String of(Assessment assessment) {
        Confidence confidence = assessment.confidence();
        String level = Wording.word(confidence.level());
        String first = "Confidence is " + level + ": " + readings(assessment);
        boolean sparse = confidence.known() * FEW_QUARTERS < confidence.total() * (FEW_QUARTERS - 1);
        if (sparse && confidence.level() != ConfidenceLevel.LOW) {
            first += " (about " + Wording.count((int) Math.round(confidence.coverage() * 10))
                    + " tenths of the weight are known)";
        }
        if (confidence.known() > 0) {
            first += "; " + robustness(confidence.robustness());
        }
        return first + "." + (confidence.level() == ConfidenceLevel.HIGH ? "" : " " + raise(assessment));
    }

    /** How many indicators are rated by one value, by a range, by weighted grades, by assumption, and not at all. */
    private static String readings(Assessment assessment) {
        Confidence confidence = assessment.confidence();
        int ranges = ranges(assessment, false);
        int weighted = DistributionText.weighted(assessment, false);
        List<String> parts = Stream.of(
                        count(confidence.known() - confidence.assumed() - ranges - weighted, "rated"),
                        count(ranges, "given as a range"),
                        count(weighted, "given by weighted grades"),
                        count(confidence.assumed(), "assumed" + forms(assessment)),
                        count(confidence.total() - confidence.known(), "not rated"))
                .flatMap(Optional::stream)
                .toList();
        int last = parts.size() - 1;
        return "of " + confidence.total() + " indicators "
                + parts.get(0).replaceFirst(" ", parts.get(0).startsWith("one ") ? " is " : " are ")
                + (last == 0 ? "" : parts.size() > 2 ? ", " + String.join(", ", parts.subList(1, last)) : "")
                + (last == 0 ? "" : " and " + parts.get(last));
    }

    /** How many of the assumed readings are ranges or weighted grades. */
    private static String forms(Assessment assessment) {
        int ranges = ranges(assessment, true);
        int weighted = DistributionText.weighted(assessment, true);
        String asRanges = ranges == 1 ? "as a range" : "as ranges";
        String byGrades = "by weighted grades";
        int assumed = assessment.confidence().assumed();
        if (assumed > 0 && (ranges == assumed || weighted == assumed)) {
            return " " + (ranges > 0 ? asRanges : byGrades);
        }
        List<String> forms = Stream.of(count(ranges, asRanges), count(weighted, byGrades))
                .flatMap(Optional::stream)
                .toList();
        return forms.isEmpty() ? "" : " (" + String.join(", ", forms) + ")";
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

    /** How many of the changes of one reading, rated or assumed, keep the band. */
    private static String robustness(double robustness) {
        long tenths = Math.round(robustness * 10);
        String many = robustness == 1
                ? "all"
                : tenths == 10
                        ? "nearly all"
                        : tenths == 0 ? "hardly any" : "about " + Wording.count((int) tenths) + " of ten";
        return many + " changes of one reading by one or two grades keep" + (tenths == 1 ? "s" : "") + " the band";
    }

    private static String raise(Assessment assessment) {
        Confidence confidence = assessment.confidence();
        if (confidence.level() == confidence.maximumLevel()) {
            return Wording.capitalized(Wording.plural(assessment.scenario().horizonYears(), "year"))
                    + " ahead, confidence is never higher.";
        }
        if (!confidence.raisedBy().isEmpty()) {
            return raisedBy(assessment);
        }
        if (assessment.verdict().interval().bands().size() > 2) {
            return "With an interval over more than two bands, confidence is never higher.";
        }
        if (assessment.scenario().asOf().isEmpty()) {
            return "The scenario has no date, so the age of its readings is not considered.";
        }
        if (confidence.assumed() > 0) {
            return "Better sources alone do not raise it: "
                    + Wording.plural(confidence.assumed(), "reading is", "readings are") + " assumed.";
        }
        return "Too many changes of one reading leave the band; better sources do not change that.";
    }

    /** Which readings need which source: the best, as the formula has it. An unrated reading can also move the band. */
    private static String raisedBy(Assessment assessment) {
        Scenario scenario = assessment.scenario();
        List<String> ids = assessment.confidence().raisedBy();
        List<Reading> readings = ids.stream().map(scenario::reading).toList();
        boolean unrated = readings.stream().anyMatch(reading -> reading.status() == ReadingStatus.UNKNOWN);
        boolean dated = readings.stream().allMatch(reading -> reading.asOf().equals(scenario.asOf()));
        List<String> named = new ArrayList<>();
        ids.stream()
                .limit(NAMED)
                .forEach(id ->
                        named.add("“" + assessment.catalogue().indicator(id).shortLabel() + "”"));
        if (ids.size() > NAMED) {
            named.add(Wording.count(ids.size() - NAMED) + " more");
        }
        return (ids.size() == 1 ? "A source graded A1" : "Sources graded A1")
                + (dated ? "" : " as of the scenario's date")
                + " for " + Wording.listed(named)
                + (unrated ? " can" : " would")
                + " raise it to "
                + Wording.word(
                        ConfidenceLevel.values()[assessment.confidence().level().ordinal() + 1]) + ".";
    }
}

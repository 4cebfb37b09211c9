package entente.report.wording;

import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.ConfidenceLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Confidence as sentences of its own, apart from the likelihood. */
public final class ConfidenceStatement {

    /** Readings that a sentence names; the rest it counts. */
    private static final int NAMED = 3;

    private ConfidenceStatement() {}

    /** How firm the ground is, what keeps it there and what would raise it. */
    public static String of(Assessment assessment) {
        Confidence confidence = assessment.confidence();
        List<String> sentences = new ArrayList<>();
        String level = confidence.level().name().toLowerCase(Locale.ROOT);
        int read = confidence.known() - confidence.assumed();
        StringBuilder first = new StringBuilder("Confidence is " + level + ": " + read + " of " + confidence.total()
                + (read == 1 ? " readings is known" : " readings are known"));
        if (confidence.assumed() > 0) {
            first.append(", ")
                    .append(confidence.assumed())
                    .append(confidence.assumed() == 1 ? " is" : " are")
                    .append(" assumed");
        }
        if (confidence.known() > 0) {
            first.append(", and ").append(neighbours(confidence.robustness()));
        }
        sentences.add(first + ".");
        if (confidence.level() != ConfidenceLevel.HIGH) {
            sentences.add(raise(assessment));
        }
        return String.join(" ", sentences);
    }

    /** How many of the scenarios that differ in one reading give the same band. */
    private static String neighbours(double robustness) {
        long tenths = Math.round(robustness * 10);
        String many = robustness == 1
                ? "all"
                : tenths == 10
                        ? "nearly all"
                        : tenths == 0 ? "hardly any" : "about " + Wording.count((int) tenths) + " of ten";
        return many + " scenarios that differ in one reading give" + (tenths == 1 ? "s" : "") + " the same band";
    }

    private static String raise(Assessment assessment) {
        Confidence confidence = assessment.confidence();
        if (confidence.level() == confidence.maximumLevel()) {
            return "A view of " + Wording.plural(assessment.scenario().horizonYears(), "year", "years")
                    + " earns no more.";
        }
        List<String> anew = confidence.raisedBy();
        if (!anew.isEmpty()) {
            ConfidenceLevel next = ConfidenceLevel.values()[confidence.level().ordinal() + 1];
            String rest = anew.size() > NAMED ? "; and " + Wording.count(anew.size() - NAMED) + " more" : "";
            return "Read anew at the scenario's date and from a source beyond doubt, "
                    + Wording.plural(anew.size(), "reading", "readings") + " would raise it to "
                    + next.name().toLowerCase(Locale.ROOT) + ": "
                    + anew.stream()
                            .limit(NAMED)
                            .map(id -> Wording.label(assessment.catalogue().indicator(id)))
                            .collect(Collectors.joining("; "))
                    + rest + ".";
        }
        if (assessment.verdict().interval().bands().size() > 2) {
            return "What is open spans more than two bands: rating it does most for confidence.";
        }
        if (assessment.scenario().asOf().isEmpty()) {
            return "The scenario has no date, so the age of its readings counts for nothing.";
        }
        return "Too many of its neighbours leave the band: no source helps against that.";
    }
}

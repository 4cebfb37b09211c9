package entente.report.wording;

import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.Confidence.ConfidenceLevel;
import java.util.List;
import java.util.stream.Collectors;

/** Confidence as sentences of its own, apart from the likelihood. */
public final class ConfidenceStatement {

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
        int read = confidence.known() - confidence.assumed();
        String first = "Confidence is " + level + ": " + read + " of " + confidence.total()
                + (read == 1 ? " readings is known" : " readings are known");
        if (confidence.assumed() > 0) {
            first += ", " + confidence.assumed() + (confidence.assumed() == 1 ? " is" : " are") + " assumed";
        }
        boolean sparse = confidence.known() * FEW_QUARTERS < confidence.total() * (FEW_QUARTERS - 1);
        if (sparse && confidence.level() != ConfidenceLevel.LOW) {
            first += " (about " + Wording.count((int) Math.round(confidence.coverage() * 10)) + " tenths by weight)";
        }
        if (confidence.known() > 0) {
            first += ", and " + robustness(confidence.robustness());
        }
        return first + "." + (confidence.level() == ConfidenceLevel.HIGH ? "" : " " + raise(assessment, named));
    }

    /** How many of the scenarios that differ in one reading give the same band. */
    private static String robustness(double robustness) {
        long tenths = Math.round(robustness * 10);
        String many = robustness == 1
                ? "all"
                : tenths == 10
                        ? "nearly all"
                        : tenths == 0 ? "hardly any" : "about " + Wording.count((int) tenths) + " of ten";
        return many + " scenarios that differ in one reading give" + (tenths == 1 ? "s" : "") + " the same band";
    }

    private static String raise(Assessment assessment, int named) {
        Confidence confidence = assessment.confidence();
        if (confidence.level() == confidence.maximumLevel()) {
            return "This is the highest level for a horizon of "
                    + Wording.plural(assessment.scenario().horizonYears(), "year") + ".";
        }
        List<String> outdated = confidence.raisedBy();
        if (!outdated.isEmpty()) {
            ConfidenceLevel next = ConfidenceLevel.values()[confidence.level().ordinal() + 1];
            String rest = outdated.size() > named ? "; and " + Wording.count(outdated.size() - named) + " more" : "";
            String count = Wording.plural(outdated.size(), "reading");
            if (named == 0) {
                String sources = outdated.size() == 1 ? "A newer, reliable source" : "Newer, reliable sources";
                return sources + " for " + count + " would raise it to " + Wording.word(next) + ".";
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
        return "Too many scenarios that differ in one reading leave the band; better sources do not change that.";
    }
}

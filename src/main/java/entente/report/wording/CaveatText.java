package entente.report.wording;

import entente.model.assessment.Assessment;
import entente.model.assessment.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The warnings of an assessment; where many readings share a fault of date, a summary tells of them together. */
public final class CaveatText {

    private static final int MANY = 4;

    private CaveatText() {}

    public static List<String> of(Assessment assessment, DetailLevel explain) {
        List<String> sentences = new ArrayList<>();
        for (Warning.Kind kind : kinds(assessment)) {
            List<Warning> alike = assessment.warnings().stream()
                    .filter(warning -> warning.kind() == kind)
                    .toList();
            if (explain == DetailLevel.SUMMARY && alike.size() >= MANY) {
                sentences.add(together(kind, alike));
            } else {
                alike.forEach(warning -> sentences.add(AssessmentSentences.warning(warning, assessment.catalogue())));
            }
        }
        return sentences;
    }

    /** In the order in which they first come. */
    private static List<Warning.Kind> kinds(Assessment assessment) {
        return assessment.warnings().stream().map(Warning::kind).distinct().toList();
    }

    /** Only warnings about dates come once a reading: their facts are the reading, its date and the scenario's. */
    private static String together(Warning.Kind kind, List<Warning> alike) {
        TreeSet<String> dates = new TreeSet<>();
        alike.forEach(warning -> dates.add(warning.facts().get(1)));
        String scenario = alike.get(0).facts().get(2);
        boolean late = kind == Warning.Kind.READING_AFTER_SCENARIO;
        return alike.size() + " readings speak of a date " + (late ? "after" : "years before") + " the scenario's ("
                + scenario + "), from " + dates.first() + " to " + dates.last() + (late ? "; they stand in" : "")
                + ": --explain full.";
    }
}

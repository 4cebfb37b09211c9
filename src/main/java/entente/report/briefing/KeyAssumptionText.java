package entente.report.briefing;

import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.assessment.Assessment;
import entente.model.rule.KeyAssumption;
import entente.report.briefing.Briefing.AssumptionRow;
import entente.report.briefing.Briefing.AssumptionRow.Support;
import entente.report.wording.MeasureText;
import java.util.List;

/** A key assumption with the reading that supports it. */
final class KeyAssumptionText {

    private KeyAssumptionText() {}

    static AssumptionRow row(KeyAssumption assumption, Assessment assessment) {
        Indicator indicator = assessment.catalogue().indicator(assumption.indicator());
        Reading reading = assessment.scenario().reading(indicator.id());
        String value = new MeasureText(indicator).readingInWords(reading);
        return new AssumptionRow(
                assumption.words(),
                Citations.of(assumption.cites()),
                indicator.shortLabel() + ": " + value
                        + reading.grade()
                                .map(grade -> ", " + grade)
                                .orElse(reading.status() == ReadingStatus.ASSUMED ? ", assumed" : ""),
                support(assumption, reading, assessment));
    }

    private static Support support(KeyAssumption assumption, Reading reading, Assessment assessment) {
        if (reading.status() == ReadingStatus.UNKNOWN) {
            return Support.UNSUPPORTED;
        }
        List<Grade> possible = assessment
                .scenario()
                .assumptions()
                .scale(assessment.catalogue().indicator(assumption.indicator()))
                .possibleGrades(reading);
        long holding = possible.stream()
                .filter(grade ->
                        assumption.holds().map(holds -> holds.isMetBy(grade)).orElse(true))
                .count();
        if (holding > 0 && holding < possible.size()) {
            return Support.OPEN;
        }
        if (holding == 0) {
            return reading.status() == ReadingStatus.ASSUMED ? Support.SET_ASIDE : Support.CONTRADICTED;
        }
        if (reading.status() == ReadingStatus.ASSUMED) {
            return Support.ASSUMED;
        }
        if (reading.source().isEmpty()) {
            return Support.NO_SOURCE;
        }
        boolean reliable = reading.grade()
                .filter(source ->
                        source.reliability().equals("A") || source.reliability().equals("B"))
                .isPresent();
        return reliable ? Support.WELL_SOURCED : Support.CAVEATED;
    }
}

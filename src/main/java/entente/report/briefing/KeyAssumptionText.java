package entente.report.briefing;

import entente.model.Indicator;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.assessment.Assessment;
import entente.model.rule.KeyAssumption;
import entente.report.briefing.Briefing.AssumptionRow;
import entente.report.briefing.Briefing.AssumptionRow.Support;
import entente.report.wording.MeasureText;
import entente.report.wording.Wording;
import java.util.stream.Collectors;

/** A key assumption with the reading that supports it. */
final class KeyAssumptionText {

    private KeyAssumptionText() {}

    static AssumptionRow row(KeyAssumption assumption, Assessment assessment) {
        Indicator indicator = assessment.catalogue().indicator(assumption.indicator());
        Reading reading = assessment.scenario().reading(indicator.id());
        String value = reading.range()
                .map(range -> new MeasureText(indicator).value(range.value()))
                .orElse("unrated");
        return new AssumptionRow(
                assumption.words(),
                assumption.cites().stream()
                        .map(cite -> cite.replace(' ', Wording.GLUE))
                        .collect(Collectors.joining(", ")),
                indicator.shortLabel() + ": " + value
                        + reading.grade().map(grade -> ", " + grade).orElse(""),
                support(reading));
    }

    private static Support support(Reading reading) {
        if (reading.status() == ReadingStatus.UNKNOWN) {
            return Support.UNSUPPORTED;
        }
        boolean reliable = reading.grade()
                .filter(grade ->
                        grade.reliability().equals("A") || grade.reliability().equals("B"))
                .isPresent();
        return reliable && reading.status() == ReadingStatus.KNOWN ? Support.SOLID : Support.CAVEATED;
    }
}

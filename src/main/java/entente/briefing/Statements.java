package entente.briefing;

import entente.analysis.track.Statement;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.wording.EditionSentences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The statements that assessments make. */
final class Statements {

    private Statements() {}

    /** @param issued the horizon of a scenario without a date counts from this day in UTC */
    static Statement of(Assessment assessment, double baseRatePercent, Instant issued) {
        Scenario scenario = assessment.scenario();
        LocalDate start = scenario.asOf().orElseGet(() -> LocalDate.ofInstant(issued, ZoneOffset.UTC));
        return new Statement(
                EditionSentences.event(assessment.catalogue().subject()),
                scenario.asOf(),
                scenario.horizonYears(),
                start.plusYears(scenario.horizonYears()),
                assessment.verdict().likelihood(),
                assessment.verdict().relationship(),
                baseRatePercent);
    }
}

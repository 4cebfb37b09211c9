package entente.briefing;

import entente.analysis.track.Published;
import entente.analysis.track.Statement;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.wording.EditionSentences;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The statements that assessments make. */
final class Statements {

    private Statements() {}

    /** @param issued the horizon of a scenario without a date counts from this day in UTC */
    static Statement of(Assessment assessment, LikelihoodScale scale, double baseRatePercent, Instant issued) {
        Scenario scenario = assessment.scenario();
        VerdictSentences verdict = new VerdictSentences(assessment, scale);
        LocalDate start = scenario.asOf().orElseGet(() -> LocalDate.ofInstant(issued, ZoneOffset.UTC));
        return new Statement(
                EditionSentences.event(assessment.catalogue().subject()),
                scenario.asOf(),
                scenario.horizonYears(),
                start.plusYears(scenario.horizonYears()),
                assessment.verdict().likelihood(),
                Optional.of(new Published(
                        Wording.plain(verdict.opening()), Wording.plain(verdict.figure()), verdict.interval())),
                assessment.verdict().relationship(),
                baseRatePercent);
    }
}

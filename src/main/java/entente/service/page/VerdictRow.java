package entente.service.page;

import entente.analysis.backtest.BacktestResult.BacktestCase;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Scenario;
import entente.model.Scenario.ObservedOutcome;
import entente.model.assessment.Assessment;
import entente.model.assessment.Confidence;
import entente.model.assessment.Interval;
import entente.report.wording.SuppositionText;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A scenario as a row of the front page.
 *
 * @param likelihood empty if nothing is rated
 * @param relationship the expected one, in words
 * @param supposition what the scenario supposes; empty for nothing
 * @param figure the short form of the verdict
 * @param words the words of likelihood that belong to it
 * @param statement the verdict in one sentence
 * @param past the verdict beside what happened; empty if that is not recorded
 */
public record VerdictRow(
        String id,
        String title,
        Optional<LocalDate> asOf,
        int horizonYears,
        Optional<Percent> likelihood,
        Interval interval,
        String relationship,
        Confidence.ConfidenceLevel confidence,
        Optional<String> supposition,
        String figure,
        String words,
        String statement,
        Optional<BacktestCase> past) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    static VerdictRow of(Assessment assessment, double baseRatePercent) {
        Scenario scenario = assessment.scenario();
        VerdictSentences sentences = new VerdictSentences(assessment, LikelihoodScale.ICD203);
        return new VerdictRow(
                scenario.id(),
                scenario.title(),
                scenario.asOf(),
                scenario.horizonYears(),
                Optional.of(assessment.verdict().likelihood()).filter(point -> sentences.isRated()),
                assessment.verdict().interval(),
                Wording.relationship(assessment.verdict()),
                assessment.confidence().level(),
                SuppositionText.sentence(assessment),
                sentences.figure(),
                sentences.words(),
                sentences.statement(),
                scenario.observed()
                        .map(observed ->
                                new BacktestCase(scenario, observed, assessment.verdict(), baseRatePercent, false)));
    }

    /** The date, such as "30 Nov 2025"; empty without one. */
    public String date() {
        return asOf.map(DAY::format).orElse("");
    }

    /** Where the point stands on the yardstick, as an attribute. */
    public String point() {
        return likelihood.map(percent -> FrontPage.place(percent.value())).orElse("");
    }

    /** Whether the alliance came about; empty if what happened is not recorded. */
    public String outcome() {
        return observed()
                .map(observed -> observed.allianceInForce() ? "a defence pact at work" : "no working alliance")
                .orElse("");
    }

    /** The relationship that was observed. */
    public String outcomeRelationship() {
        return observed().map(observed -> Wording.word(observed.relationship())).orElse("");
    }

    private Optional<ObservedOutcome> observed() {
        return past.map(BacktestCase::observed);
    }
}

package entente.report.json;

import static entente.report.json.CommonForms.ASSUMPTION_CHANGE;
import static entente.report.json.CommonForms.BAND;
import static entente.report.json.CommonForms.RELATIONSHIP;
import static entente.report.json.JsonTypes.*;

import entente.analysis.backtest.BacktestCase;
import entente.analysis.backtest.BacktestCase.IntervalOutcome;
import entente.analysis.backtest.BacktestCase.StateHit;
import entente.analysis.backtest.BacktestResult;
import entente.analysis.backtest.BacktestResult.CalibrationRow;
import entente.analysis.backtest.BacktestResult.LeaveOneOut;
import entente.analysis.backtest.BrierScores;
import entente.model.Scenario.ObservedOutcome;
import org.apache.commons.text.CaseUtils;

/** A backtest as JSON. */
public final class BacktestJson {

    static final Form<ObservedOutcome> OBSERVED = Form.<ObservedOutcome>named("observedOutcome")
            .required("relationship", RELATIONSHIP, ObservedOutcome::relationship)
            .required("allianceInForce", BOOLEAN, ObservedOutcome::allianceInForce)
            .required("source", TEXT, ObservedOutcome::source);

    private static final Form<BacktestCase> CASE = Form.<BacktestCase>named("backtestCase")
            .required("scenario", ID, one -> one.scenario().id())
            .required("scenarioSha256", DIGEST, one -> one.scenario().sha256())
            .required("horizonYears", HORIZON, one -> one.scenario().horizonYears())
            .required("inSample", BOOLEAN, BacktestCase::inSample)
            .described("Whether the rules were developed with this case: it ships with Entente, by id or readings.")
            .required("observed", OBSERVED, BacktestCase::observed)
            .required("percent", LIKELIHOOD, one -> one.verdict().likelihood())
            .including(VerdictForms.INTERVAL, one -> one.verdict().interval())
            .required("baseRatePercent", PROPER_PERCENT, BacktestCase::baseRatePercent)
            .described("Of the rule book for the horizon, regardless of the scenario's assumptions.")
            .required("eventRight", BOOLEAN, BacktestCase::isCorrect)
            .described("Whether the point estimate predicts the outcome.")
            .required("eventSettled", choice(IntervalOutcome.values()), BacktestCase::intervalOutcome)
            .described("Whether the whole interval predicts the outcome, part of it, or none.")
            .optional("relationship", RELATIONSHIP, one -> one.verdict().relationship())
            .described("The expected relationship; absent where there is only a range.")
            .required(
                    "relationships",
                    list(RELATIONSHIP, "minItems", 1),
                    one -> one.verdict().relationships())
            .required("stateHit", choice(StateHit.values()), BacktestCase::stateHit);

    private static final Form<BrierScores> BRIER = Form.<BrierScores>named(
                    "brierScores",
                    "Mean squared differences between forecast and outcome, 0 at best and 1 at worst, to six decimals.")
            .required("cases", POSITIVE, BrierScores::cases)
            .required("events", COUNT, "Cases in which the alliance was in force.", BrierScores::events)
            .required("verdicts", SHARE, "Of the point estimates.", BrierScores::verdicts)
            .required("best", SHARE, "Of the interval bounds closest to the outcomes.", BrierScores::best)
            .required("worst", SHARE, "Of the interval bounds farthest from the outcomes.", BrierScores::worst)
            .required("baseRate", SHARE, "Of the base rates of the horizons.", BrierScores::baseRate)
            .required("gain", number("difference of scores", "minimum", -1, "maximum", 1), BrierScores::gain)
            .described("baseRate less verdicts: above zero where the verdicts are better.")
            .required("skill", number("skill score", "maximum", 1), BrierScores::skill)
            .described("1 - verdicts / baseRate: 1 is perfect, 0 no better than the base rate.")
            .required("climatology", SHARE, "Of the share of events among these cases.", BrierScores::climatology);

    private static final Form<LeaveOneOut> WITHOUT = Form.<LeaveOneOut>named("leaveOneOut")
            .required("case", ID, LeaveOneOut::id)
            .required("brier", BRIER, LeaveOneOut::scores);

    private static final Form<CalibrationRow> CALIBRATION = Form.<CalibrationRow>named("calibration")
            .required("band", BAND, CalibrationRow::band)
            .required("cases", POSITIVE, CalibrationRow::cases)
            .required("meanPercent", number("percent, 1–99", "minimum", 1, "maximum", 99), CalibrationRow::meanPercent)
            .described("Mean likelihood.")
            .required("events", COUNT, "Cases in which the alliance was in force.", CalibrationRow::events);

    public static final ResultDocument<BacktestResult> DOCUMENT = new ResultDocument<>(
            "backtest",
            "backtest",
            "What entente rules backtest --format json writes: verdicts on past scenarios compared with outcomes.",
            Form.<BacktestResult>named("backtest")
                    .required("provenance", CommonForms.PROVENANCE, BacktestResult::provenance)
                    .required("yesFromPercent", LIKELIHOOD, result -> BacktestCase.YES_THRESHOLD)
                    .described("The likelihood from which a verdict predicts an alliance.")
                    .required("cases", list(CASE, "minItems", 1), BacktestResult::cases)
                    .required("skipped", list(ID), "Scenarios without an observed outcome.", BacktestResult::skipped)
                    .required("hits", hits(), result -> result)
                    .required("brier", BRIER, BacktestResult::scores)
                    .optional("without", WITHOUT, BacktestResult::leaveOneOut)
                    .described("The scores without the case that contributes most of the gain.")
                    .required("inSample", COUNT, result -> (int) result.inSampleCount())
                    .optional("outOfSample", BRIER, BacktestResult::outOfSample)
                    .described("Absent unless there are cases of both kinds.")
                    .required("calibrationFromCases", COUNT, result -> BacktestResult.MIN_CALIBRATION_CASES)
                    .described("The smallest number of cases for a calibration table.")
                    .required("calibration", list(CALIBRATION), BacktestResult::calibration)
                    .described("By band; empty below that number.")
                    .required("assumptions", list(ASSUMPTION_CHANGE), BacktestResult::assumptions)
                    .described("Changed assumptions of any case."));

    private BacktestJson() {}

    private static Form<BacktestResult> hits() {
        Form<BacktestResult> hits = Form.<BacktestResult>named("hits")
                .required("cases", POSITIVE, result -> result.cases().size())
                .required("eventRight", COUNT, result -> (int) result.correctCount());
        for (IntervalOutcome outcome : IntervalOutcome.values()) {
            hits = hits.required("interval" + word(outcome), COUNT, result -> (int) result.count(outcome));
        }
        for (StateHit hit : StateHit.values()) {
            hits = hits.required("state" + word(hit), COUNT, result -> (int)
                    result.cases().stream().filter(one -> one.stateHit() == hit).count());
        }
        return hits;
    }

    /** RIGHT as Right, IN_RANGE as InRange. */
    private static String word(Enum<?> constant) {
        return CaseUtils.toCamelCase(constant.name(), true, '_');
    }
}

package entente.report.json;

import entente.analysis.backtest.BacktestCase;
import entente.analysis.backtest.BacktestResult;
import entente.analysis.backtest.BrierScores;
import entente.analysis.backtest.CalibrationRow;
import entente.analysis.backtest.StateHit;
import entente.model.assessment.AssumptionChange;
import entente.model.assessment.IntervalOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A backtest as JSON. */
public final class BacktestJson {

    private BacktestJson() {}

    public static String write(BacktestResult result) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("provenance", provenance(result));
        root.put("yesFromPercent", BacktestCase.YES_THRESHOLD.value());
        root.put("cases", result.cases().stream().map(BacktestJson::one).toList());
        root.put("skipped", result.skipped());
        Map<String, Object> hits = new LinkedHashMap<>();
        hits.put("cases", result.cases().size());
        hits.put("eventRight", (int) result.correctCount());
        for (IntervalOutcome settled : IntervalOutcome.values()) {
            hits.put("interval" + word(settled), (int) result.count(settled));
        }
        for (StateHit hit : StateHit.values()) {
            hits.put("state" + word(hit), (int)
                    result.cases().stream().filter(c -> c.stateHit() == hit).count());
        }
        root.put("hits", hits);
        root.put("brier", brier(result.scores()));
        result.leaveOneOut().ifPresent(without -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("case", without.id());
            entry.put("brier", brier(without.scores()));
            root.put("without", entry);
        });
        root.put("inSample", (int) result.inSampleCount());
        result.outOfSample().ifPresent(scores -> root.put("outOfSample", brier(scores)));
        root.put("calibrationFromCases", BacktestResult.MIN_CALIBRATION_CASES);
        root.put(
                "calibration",
                result.calibration().stream().map(BacktestJson::calibration).toList());
        root.put(
                "assumptions",
                result.assumptions().stream().map(BacktestJson::assumption).toList());
        return JsonWriter.write(root);
    }

    /** RIGHT as Right, IN_RANGE as InRange. */
    private static String word(Enum<?> constant) {
        StringBuilder word = new StringBuilder();
        for (String part : List.of(constant.name().split("_", -1))) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return word.toString();
    }

    private static Map<String, Object> provenance(BacktestResult result) {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("version", result.provenance().rulesVersion());
        rules.put("sha256", result.provenance().rulesSha256());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("engine", result.provenance().engine());
        entry.put("rules", rules);
        return entry;
    }

    private static Map<String, Object> one(BacktestCase one) {
        Map<String, Object> observed = new LinkedHashMap<>();
        observed.put("relationship", one.observed().relationship().name());
        observed.put("allianceInForce", one.observed().allianceInForce());
        observed.put("source", one.observed().source());
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("scenario", one.scenario().id());
        entry.put("scenarioSha256", one.scenario().sha256());
        entry.put("horizonYears", one.scenario().horizonYears());
        entry.put("inSample", one.inSample());
        entry.put("observed", observed);
        entry.put("percent", one.verdict().likelihood().value());
        entry.put("lowPercent", one.verdict().interval().low().value());
        entry.put("highPercent", one.verdict().interval().high().value());
        entry.put("baseRatePercent", one.baseRatePercent());
        entry.put("eventRight", one.isCorrect());
        entry.put("eventSettled", one.intervalOutcome().name());
        one.verdict().relationship().ifPresent(state -> entry.put("relationship", state.name()));
        entry.put(
                "relationships",
                one.verdict().relationships().stream().map(Enum::name).toList());
        entry.put("stateHit", one.stateHit().name());
        return entry;
    }

    private static Map<String, Object> brier(BrierScores scores) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("cases", scores.cases());
        entry.put("events", scores.events());
        entry.put("verdicts", scores.verdicts());
        entry.put("best", scores.best());
        entry.put("worst", scores.worst());
        entry.put("baseRate", scores.baseRate());
        entry.put("gain", scores.gain());
        entry.put("skill", scores.skill());
        entry.put("climatology", scores.climatology());
        return entry;
    }

    private static Map<String, Object> calibration(CalibrationRow row) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("band", row.band().name());
        entry.put("cases", row.cases());
        entry.put("meanPercent", row.meanPercent());
        entry.put("events", row.events());
        return entry;
    }

    private static Map<String, Object> assumption(AssumptionChange change) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("pointer", change.pointer());
        entry.put("book", change.book());
        entry.put("assumed", change.assumed());
        return entry;
    }
}

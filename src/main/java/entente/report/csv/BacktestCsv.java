package entente.report.csv;

import entente.analysis.backtest.BacktestCase;
import entente.analysis.backtest.BacktestResult;
import java.util.List;

/** A backtest as CSV, one line per case. */
public final class BacktestCsv {

    private static final List<String> COLUMNS = List.of(
            "id",
            "title",
            "as_of",
            "horizon_years",
            "observed_relationship",
            "observed_alliance",
            "percent",
            "low_percent",
            "high_percent",
            "base_rate_percent",
            "event_right",
            "event_settled",
            "relationship",
            "relationships",
            "state_hit",
            "in_sample",
            "scenario_sha256",
            "rules_version",
            "rules_sha256",
            "engine");

    private BacktestCsv() {}

    public static String write(BacktestResult result) {
        return VerdictCsv.print(
                COLUMNS, result.cases().stream().map(one -> row(one, result)).toList());
    }

    private static List<Object> row(BacktestCase one, BacktestResult result) {
        var scenario = one.scenario();
        var verdict = one.verdict();
        return List.of(
                VerdictCsv.text(scenario.id()),
                VerdictCsv.text(scenario.title()),
                scenario.asOf().map(Object::toString).orElse(""),
                scenario.horizonYears(),
                one.observed().relationship().name(),
                Boolean.toString(one.observed().allianceInForce()),
                VerdictCsv.number(verdict.likelihood().value()),
                VerdictCsv.number(verdict.interval().low().value()),
                VerdictCsv.number(verdict.interval().high().value()),
                VerdictCsv.number(one.baseRatePercent()),
                Boolean.toString(one.isCorrect()),
                one.intervalOutcome().name(),
                verdict.relationship().map(Enum::name).orElse(""),
                VerdictCsv.names(verdict.relationships()),
                one.stateHit().name(),
                Boolean.toString(one.inSample()),
                scenario.sha256(),
                VerdictCsv.text(result.provenance().rulesVersion()),
                result.provenance().rulesSha256(),
                result.provenance().engine());
    }
}

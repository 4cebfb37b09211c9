package entente.report.json;

import entente.analysis.comparison.AssumptionDifference;
import entente.analysis.comparison.ReadingDifference;
import entente.analysis.comparison.RuleDifference;
import entente.analysis.comparison.ScenarioContrast;
import entente.model.Grade;
import entente.model.Question;
import entente.model.Reading;
import entente.model.assessment.Assessment;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.PointBalance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comparisons with one scenario as JSON. */
public final class ContrastJson {

    private ContrastJson() {}

    /** At least one; all have the same first assessment. */
    public static String write(List<ScenarioContrast> contrasts) {
        Assessment first = contrasts.get(0).before();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("engine", first.provenance().engine());
        root.put("rules", VerdictJson.rules(first));
        root.put("first", VerdictJson.of(first));
        root.put("comparisons", contrasts.stream().map(ContrastJson::contrast).toList());
        return JsonWriter.write(root);
    }

    private static Map<String, Object> contrast(ScenarioContrast contrast) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("with", VerdictJson.of(contrast.after()));
        entry.put("percentagePoints", contrast.attribution().tenths() / 10.0);
        entry.put("becauseOfReadings", ShareJson.percent(contrast.attribution().readings()));
        entry.put(
                "becauseOfAssumptions", ShareJson.percent(contrast.attribution().assumptions()));
        entry.put(
                "readings",
                contrast.readings().stream()
                        .filter(ReadingDifference::differs)
                        .map(change -> reading(change, contrast))
                        .toList());
        entry.put(
                "assumptions",
                contrast.assumptions().stream().map(ContrastJson::assumption).toList());
        entry.put(
                "ledger",
                contrast.rules().stream()
                        .filter(RuleDifference::differs)
                        .map(ContrastJson::rule)
                        .toList());
        entry.put(
                "points",
                pair(
                        points(contrast.before().balance()),
                        points(contrast.after().balance())));
        return entry;
    }

    private static Map<String, Object> pair(Object before, Object after) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("before", before);
        entry.put("after", after);
        return entry;
    }

    private static Map<String, Object> reading(ReadingDifference change, ScenarioContrast contrast) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("indicator", change.indicator());
        entry.put(
                "group",
                contrast.after().catalogue().indicator(change.indicator()).group());
        entry.putAll(
                pair(reading(change.before(), change.beforeGrade()), reading(change.after(), change.afterGrade())));
        return entry;
    }

    private static Map<String, Object> reading(Reading reading, Grade grade) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("status", reading.status().name());
        reading.range().ifPresent(span -> {
            entry.put("value", span.value());
            if (span.wide()) {
                entry.put("low", span.low());
                entry.put("high", span.high());
            }
        });
        entry.put("grade", grade.name());
        return entry;
    }

    private static Map<String, Object> assumption(AssumptionDifference difference) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("pointer", difference.pointer());
        entry.putAll(pair(difference.before(), difference.after()));
        return entry;
    }

    private static Map<String, Object> rule(RuleDifference change) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("rule", change.rule().id());
        entry.put("group", change.rule().group());
        entry.putAll(pair(row(change.before()), row(change.after())));
        entry.put("alliancePoints", change.pointsDifference(Question.ALLIANCE).value());
        entry.put(
                "partnershipPoints",
                change.pointsDifference(Question.PARTNERSHIP).value());
        return entry;
    }

    private static Map<String, Object> row(LedgerRow row) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("status", row.status().name());
        entry.put("alliancePoints", row.alliancePoints().value());
        entry.put("partnershipPoints", row.partnershipPoints().value());
        row.overriddenBy().ifPresent(by -> entry.put("overriddenBy", by));
        return entry;
    }

    private static Map<String, Object> points(PointBalance balance) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("base", balance.base().value());
        entry.put("sum", balance.sum().value());
        entry.put("raw", balance.raw().value());
        entry.put(
                "ceilings",
                balance.ceilings().stream()
                        .map(effect -> {
                            Map<String, Object> ceiling = new LinkedHashMap<>();
                            ceiling.put("rule", effect.rule());
                            ceiling.put("takenBack", effect.reduction().value());
                            return ceiling;
                        })
                        .toList());
        entry.put("final", balance.result().value());
        entry.put("partnership", balance.partnership().value());
        return entry;
    }
}

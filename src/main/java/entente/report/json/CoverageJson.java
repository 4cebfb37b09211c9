package entente.report.json;

import entente.model.assessment.LedgerStatus;
import entente.quality.coverage.CeilingUse;
import entente.quality.coverage.ConditionCoverage;
import entente.quality.coverage.Coverage;
import entente.quality.coverage.CoverageItem;
import entente.quality.coverage.RuleCoverage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Coverage of a rule book as JSON. */
public final class CoverageJson {

    private CoverageJson() {}

    public static String write(Coverage coverage) {
        Map<String, Object> root = new LinkedHashMap<>();
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("version", coverage.rulesVersion());
        rules.put("sha256", coverage.rulesSha256());
        root.put("rules", rules);
        root.put("cases", coverage.cases());
        root.put("scenarios", coverage.scenarios());
        root.put("situations", coverage.situations());
        root.put("percent", percent(coverage.items()));
        List<Object> kinds = new ArrayList<>();
        for (CoverageItem.Kind kind : CoverageItem.Kind.values()) {
            kinds.add(kind(kind, coverage.items(kind)));
        }
        root.put("kinds", kinds);
        root.put(
                "neverSeen",
                coverage.uncovered().stream().map(CoverageJson::item).toList());
        root.put("byRule", coverage.rules().stream().map(CoverageJson::rule).toList());
        return JsonWriter.write(root);
    }

    private static double percent(List<CoverageItem> items) {
        return Coverage.tenths(items) / 10.0;
    }

    private static Map<String, Object> kind(CoverageItem.Kind kind, List<CoverageItem> items) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", kind.name());
        entry.put("seen", (int) items.stream().filter(CoverageItem::isCovered).count());
        entry.put("of", items.size());
        entry.put("percent", percent(items));
        return entry;
    }

    private static Map<String, Object> item(CoverageItem item) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("rule", item.rule());
        entry.put("kind", item.kind().name());
        item.condition().ifPresent(condition -> {
            entry.put("indicator", condition.indicator());
            entry.put("comparison", condition.comparison().name());
            entry.put("grade", condition.threshold().name());
        });
        item.claim().ifPresent(claim -> entry.put("claim", claim));
        return entry;
    }

    private static Map<String, Object> rule(RuleCoverage rule) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("rule", rule.rule().id());
        Map<String, Object> statuses = new LinkedHashMap<>();
        for (LedgerStatus status : LedgerStatus.values()) {
            statuses.put(status.name(), rule.count(status));
        }
        entry.put("statuses", statuses);
        entry.put(
                "conditions",
                rule.conditions().stream().map(CoverageJson::condition).toList());
        if (!rule.silences().isEmpty()) {
            entry.put("silences", new LinkedHashMap<>(rule.silences()));
        }
        if (!rule.uses().isEmpty()) {
            Map<String, Object> uses = new LinkedHashMap<>();
            for (CeilingUse use : CeilingUse.values()) {
                Integer times = rule.uses().get(use);
                if (times != null) {
                    uses.put(use.name(), times);
                }
            }
            entry.put("ceiling", uses);
        }
        return entry;
    }

    private static Map<String, Object> condition(ConditionCoverage counted) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("indicator", counted.condition().indicator());
        entry.put("comparison", counted.condition().comparison().name());
        entry.put("grade", counted.condition().threshold().name());
        entry.put("held", counted.held());
        entry.put("failed", counted.failed());
        entry.put("heldBesideOthers", counted.heldWithOthers());
        entry.put("failedAlone", counted.failedAlone());
        return entry;
    }
}

package entente.report.json;

import static entente.report.json.CommonForms.KNOWN_GRADE;
import static entente.report.json.JsonTypes.*;

import entente.model.ComparisonOperator;
import entente.model.RuleCondition;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.quality.coverage.Coverage;
import entente.quality.coverage.CoverageItem;
import entente.quality.coverage.RuleCoverage;
import entente.quality.coverage.RuleCoverage.ConditionCoverage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Coverage of a rule book as JSON. */
public final class CoverageJson {

    private record KindCount(CoverageItem.Kind kind, List<CoverageItem> items) {}

    private static final JsonType<CoverageItem.Kind> KIND = choice(CoverageItem.Kind.values());

    private static final Form<KindCount> KIND_COUNT = Form.<KindCount>named("coverageOfKind")
            .required("kind", KIND, KindCount::kind)
            .described(
                    "FIRED, SILENT: a rule fires, or does not on known readings. HELD, FAILED: a condition holds, or fails, while all others of its rule hold. SILENCES: an override acts on a claim. IN_FORCE, TAKES_BACK, AT_LIMIT: effects of a ceiling.")
            .required("seen", COUNT, count ->
                    (int) count.items().stream().filter(CoverageItem::isCovered).count())
            .required("of", COUNT, count -> count.items().size())
            .required("percent", PERCENT, count -> percent(count.items()));

    private static final Form<CoverageItem> ITEM = Form.<CoverageItem>named("coverageItem")
            .required("rule", ID, CoverageItem::rule)
            .required("kind", KIND, CoverageItem::kind)
            .optional("indicator", ID, item -> item.condition().map(RuleCondition::indicator))
            .described("Of the condition.")
            .optional(
                    "comparison",
                    choice(ComparisonOperator.values()),
                    item -> item.condition().map(RuleCondition::comparison))
            .described("Of the condition.")
            .optional("grade", KNOWN_GRADE, item -> item.condition().map(RuleCondition::threshold))
            .described("Of the condition.")
            .optional("claim", ID, "The overridden claim.", CoverageItem::claim)
            .present(
                    List.of("indicator", "comparison", "grade"),
                    "kind",
                    CommonForms.names(CoverageItem.Kind.HELD, CoverageItem.Kind.FAILED))
            .present(List.of("claim"), "kind", CoverageItem.Kind.SILENCES.name());

    private static final Form<ConditionCoverage> CONDITION = Form.<ConditionCoverage>named("conditionCoverage")
            .including(CommonForms.CONDITION, ConditionCoverage::condition)
            .required("held", COUNT, "Times it held.", ConditionCoverage::held)
            .required("failed", COUNT, "Times it failed on a known reading.", ConditionCoverage::failed)
            .required("heldBesideOthers", COUNT, ConditionCoverage::heldWithOthers)
            .described("Times it held while all other conditions of its rule held.")
            .required("failedAlone", COUNT, "Times it failed while all others held.", ConditionCoverage::failedAlone);

    private static final Form<RuleCoverage> RULE = Form.<RuleCoverage>named("ruleCoverage")
            .required("rule", ID, rule -> rule.rule().id())
            .required(
                    "statuses",
                    members("status", COUNT, "required", List.of(CommonForms.names(LedgerStatus.values()))),
                    CoverageJson::statuses)
            .required("conditions", list(CONDITION), RuleCoverage::conditions)
            .optional("silences", members("claim", COUNT), rule -> present(rule.silences()))
            .described("Of an override: times each claim was overridden.")
            .optional("ceiling", members("effect", COUNT), rule -> present(uses(rule)))
            .described("Of a ceiling: times of each effect.");

    public static final ResultDocument<Coverage> DOCUMENT = new ResultDocument<>(
            "rules-coverage",
            "coverage of a rule book",
            "What entente rules coverage --format json writes: what cases and scenarios exercise of a rule book.",
            Form.<Coverage>named("coverage")
                    .required(
                            "rules",
                            CommonForms.RULE_BOOK_VERSION,
                            coverage -> new RuleBookVersion(
                                    coverage.rulesVersion(), coverage.rulesSha256(), Optional.empty()))
                    .required("cases", COUNT, Coverage::cases)
                    .required("scenarios", COUNT, Coverage::scenarios)
                    .required("situations", COUNT, Coverage::situations)
                    .described("Assessed situations: those of all cases, and the scenarios.")
                    .required("percent", PERCENT, coverage -> percent(coverage.items()))
                    .described("Share of all items that is covered.")
                    .required(
                            "kinds",
                            list(KIND_COUNT),
                            coverage -> Arrays.stream(CoverageItem.Kind.values())
                                    .map(kind -> new KindCount(kind, coverage.items(kind)))
                                    .toList())
                    .described("By kind of item.")
                    .required("neverSeen", list(ITEM), "In rule book order.", Coverage::uncovered)
                    .required("byRule", list(RULE), "In rule book order.", Coverage::rules));

    private CoverageJson() {}

    private static double percent(List<CoverageItem> items) {
        return Coverage.tenths(items) / 10.0;
    }

    private static Map<String, Integer> uses(RuleCoverage rule) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        new TreeMap<>(rule.uses()).forEach((use, times) -> uses.put(use.name(), times));
        return uses;
    }

    private static Map<String, Integer> statuses(RuleCoverage rule) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (LedgerStatus status : LedgerStatus.values()) {
            counts.put(status.name(), rule.count(status));
        }
        return counts;
    }

    private static Optional<Map<String, Integer>> present(Map<String, Integer> counts) {
        return Optional.of(counts).filter(map -> !map.isEmpty());
    }
}

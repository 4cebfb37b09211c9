package entente.report.json;

import static entente.report.json.CommonForms.GRADE;
import static entente.report.json.JsonTypes.*;
import static entente.report.json.LedgerForms.InCatalogue;

import entente.analysis.attribution.Attribution;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.AssumptionDifference;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.analysis.comparison.ScenarioContrast.RuleDifference;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Question;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.CeilingEffect;
import entente.model.assessment.LedgerRow;
import entente.model.assessment.LedgerStatus;
import entente.model.assessment.PointBalance;
import java.util.List;
import java.util.Optional;

/** Comparisons with one scenario as JSON. */
public final class ContrastJson {

    private record GradedValue(Reading reading, Grade grade) {

        private Optional<ValueRange> wide() {
            return reading.range().filter(ValueRange::wide);
        }
    }

    private static final Form<GradedValue> READING = Form.<GradedValue>named("gradedReading")
            .required("status", choice(ReadingStatus.values()).of(Reading::status), GradedValue::reading)
            .optional("value", MEASURE, graded -> graded.reading().range().map(ValueRange::value))
            .described("Absent when unknown.")
            .optional(
                    "low",
                    MEASURE,
                    "Low end of a range.",
                    graded -> graded.wide().map(ValueRange::low))
            .optional(
                    "high",
                    MEASURE,
                    "High end of a range.",
                    graded -> graded.wide().map(ValueRange::high))
            .required("grade", GRADE, "By the cut points of its scenario.", GradedValue::grade)
            .present(List.of("value"), "status", ReadingStatus.KNOWN.name(), ReadingStatus.ASSUMED.name());

    private static final Form<InCatalogue<ReadingDifference>> READING_CHANGE =
            Form.<InCatalogue<ReadingDifference>>named("readingDifference")
                    .required("indicator", ID.of(ReadingDifference::indicator), InCatalogue::value)
                    .required(
                            "group",
                            ID.of(Indicator::group),
                            change ->
                                    change.catalogue().indicator(change.value().indicator()))
                    .required(
                            "before",
                            READING.of((ReadingDifference c) -> new GradedValue(c.before(), c.beforeGrade())),
                            InCatalogue::value)
                    .required(
                            "after",
                            READING.of((ReadingDifference c) -> new GradedValue(c.after(), c.afterGrade())),
                            InCatalogue::value);

    private static final Form<AssumptionDifference> ASSUMPTION = Form.<AssumptionDifference>named(
                    "assumptionDifference")
            .required("pointer", POINTER, AssumptionDifference::pointer)
            .required("before", TEXT, AssumptionDifference::before)
            .required("after", TEXT, AssumptionDifference::after);

    private static final Form<LedgerRow> ROW = Form.<LedgerRow>named("ruleResult")
            .required("status", LedgerForms.STATUS, LedgerRow::status)
            .required("alliancePoints", POINTS, LedgerRow::alliancePoints)
            .described("Points of the rule, or those it would have if it fired.")
            .required("partnershipPoints", POINTS, LedgerRow::partnershipPoints)
            .optional("overriddenBy", ID, LedgerRow::overriddenBy)
            .present(List.of("overriddenBy"), "status", LedgerStatus.OVERRIDDEN.name());

    private static final Form<RuleDifference> RULE = Form.<RuleDifference>named("ruleDifference")
            .required("rule", ID, change -> change.rule().id())
            .required("group", ID, change -> change.rule().group())
            .required("before", ROW, RuleDifference::before)
            .required("after", ROW, RuleDifference::after)
            .required("alliancePoints", POINTS, change -> change.pointsDifference(Question.ALLIANCE))
            .described("Difference in points counted.")
            .required("partnershipPoints", POINTS, change -> change.pointsDifference(Question.PARTNERSHIP));

    private static final Form<CeilingEffect> CEILING = Form.<CeilingEffect>named("ceilingReduction")
            .required("rule", ID, CeilingEffect::rule)
            .required("takenBack", POINTS, CeilingEffect::reduction);

    private static final Form<PointBalance> BALANCE = Form.<PointBalance>named("pointSummary")
            .required("base", POINTS, PointBalance::base)
            .required("sum", POINTS, PointBalance::sum)
            .required("raw", POINTS, PointBalance::raw)
            .required("ceilings", list(CEILING), PointBalance::ceilings)
            .required("final", POINTS, PointBalance::result)
            .required("partnership", POINTS, PointBalance::partnership);

    private static final Form<ScenarioContrast> BALANCES = Form.<ScenarioContrast>named("pointSummaries")
            .required("before", BALANCE.of(Assessment::balance), ScenarioContrast::before)
            .required("after", BALANCE.of(Assessment::balance), ScenarioContrast::after);

    static final Form<Attribution> ATTRIBUTION = Form.<Attribution>named("attribution")
            .required("percentagePoints", TENTHS, Attribution::tenths)
            .described("Difference in likelihood; the next two add up to it.")
            .required("becauseOfReadings", CommonForms.SHARE_OF_PERCENT, Attribution::readings)
            .described("By barrier or driver, and within one by reading. What is not listed has no share.")
            .required("becauseOfAssumptions", CommonForms.SHARE_OF_PERCENT, Attribution::assumptions)
            .described("By horizonYears, baseRatePercent, weights, emphasis, cutPoints and without.");

    private static final Form<ScenarioContrast> CONTRAST = Form.<ScenarioContrast>named("scenarioComparison")
            .required("with", VerdictForms.SCENARIO_VERDICT, ScenarioContrast::after)
            .described("The scenario compared with the first.")
            .including(ATTRIBUTION, ScenarioContrast::attribution)
            .required(
                    "readings",
                    list(READING_CHANGE),
                    contrast -> InCatalogue.all(
                            contrast.readings().stream()
                                    .filter(ReadingDifference::differs)
                                    .toList(),
                            contrast.after().catalogue()))
            .described("Readings that differ, in the order of the catalogue.")
            .required("assumptions", list(ASSUMPTION), ScenarioContrast::assumptions)
            .described("Assumptions that differ; otherwise the value of the rule book.")
            .required(
                    "ledger",
                    list(RULE),
                    contrast -> contrast.rules().stream()
                            .filter(RuleDifference::differs)
                            .toList())
            .described("Rules whose status or points differ.")
            .required("points", BALANCES, contrast -> contrast);

    public static final ResultDocument<List<ScenarioContrast>> DOCUMENT = new ResultDocument<>(
            "comparison",
            "comparison",
            "What entente compare --format json writes for scenarios under one rule book: their differences from the first.",
            Form.<List<ScenarioContrast>>named("comparison")
                    .required(
                            "engine",
                            TEXT.of((Assessment first) -> first.provenance().engine()),
                            ContrastJson::first)
                    .required("rules", CommonForms.RULES.of(Assessment::provenance), ContrastJson::first)
                    .required("first", VerdictForms.SCENARIO_VERDICT, ContrastJson::first)
                    .required("comparisons", list(CONTRAST, "minItems", 1), contrasts -> contrasts));

    private ContrastJson() {}

    private static Assessment first(List<ScenarioContrast> contrasts) {
        return contrasts.get(0).before();
    }
}

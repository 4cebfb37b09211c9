package entente.report.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.comparison.ScenarioContrast.AssumptionDifference;
import entente.analysis.comparison.ScenarioContrast.Attribution;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.analysis.comparison.ScenarioContrast.RuleDifference;
import entente.model.Catalogue;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Grade;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.model.assessment.PointBalance;
import entente.model.assessment.Provenance.RuleBookVersion;
import java.util.List;
import java.util.Optional;

/** Comparisons with one scenario as JSON. */
public record ContrastJson(
        String engine, RuleBookVersion rules, ScenarioVerdict first, List<ScenarioComparison> comparisons) {

    public static final ResultDocument<List<ScenarioContrast>> DOCUMENT = new ResultDocument<>(
            "comparison",
            "comparison",
            "What entente compare --format json writes for scenarios under one rule book: their differences from the first.",
            RecordType.of(ContrastJson.class, ContrastJson::of));

    private static ContrastJson of(List<ScenarioContrast> contrasts) {
        Assessment first = contrasts.get(0).before();
        return new ContrastJson(
                first.provenance().engine(),
                first.provenance().rules(),
                ScenarioVerdict.of(first),
                contrasts.stream().map(ScenarioComparison::of).toList());
    }

    record ScenarioComparison(
            @Described("The scenario compared with the first.")
            ScenarioVerdict with,

            @JsonUnwrapped Attribution attribution,

            @Described("Readings that differ, in the order of the catalogue.")
            List<ReadingChange> readings,

            @Described("Assumptions that differ; otherwise the value of the rule book.")
            List<AssumptionDifference> assumptions,

            @Described("Rules whose status or points differ.")
            List<RuleDifference> ledger,

            Balances points) {

        private static ScenarioComparison of(ScenarioContrast contrast) {
            Catalogue catalogue = contrast.after().catalogue();
            return new ScenarioComparison(
                    ScenarioVerdict.of(contrast.after()),
                    contrast.attribution(),
                    contrast.readings().stream()
                            .map(change -> ReadingChange.of(change, catalogue))
                            .toList(),
                    contrast.assumptions(),
                    contrast.rules(),
                    new Balances(contrast.before().balance(), contrast.after().balance()));
        }
    }

    record ReadingChange(
            @Described(kind = Kind.ID) String indicator,
            @Described(kind = Kind.ID) String group,
            GradedValue before,
            GradedValue after) {

        private static ReadingChange of(ReadingDifference change, Catalogue catalogue) {
            return new ReadingChange(
                    change.indicator(),
                    catalogue.indicator(change.indicator()).group(),
                    GradedValue.of(change.before(), change.beforeGrade()),
                    GradedValue.of(change.after(), change.afterGrade()));
        }
    }

    record GradedValue(
            ReadingStatus status,

            @Described(value = "Absent when unknown.", kind = Kind.MEASURE, presentIf = "status KNOWN ASSUMED")
            Optional<Double> value,

            @Described(value = "Low end of a range.", kind = Kind.MEASURE)
            Optional<Double> low,

            @Described(value = "High end of a range.", kind = Kind.MEASURE)
            Optional<Double> high,

            @Described("By the cut points of its scenario.") Grade grade) {

        private static GradedValue of(Reading reading, Grade grade) {
            Optional<ValueRange> wide = reading.range().filter(ValueRange::wide);
            return new GradedValue(
                    reading.status(),
                    reading.range().map(ValueRange::value),
                    wide.map(ValueRange::low),
                    wide.map(ValueRange::high),
                    grade);
        }
    }

    record Balances(PointBalance before, PointBalance after) {}
}

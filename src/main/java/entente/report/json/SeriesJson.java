package entente.report.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.comparison.ScenarioContrast.Attribution;
import entente.analysis.series.TimeSeries;
import entente.analysis.series.TimeSeries.Step;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.model.Scenario.ObservedOutcome;
import entente.model.assessment.Provenance;
import entente.model.assessment.Provenance.RuleBookVersion;
import java.util.List;
import java.util.Optional;

/** Assessments over time as JSON. */
public record SeriesJson(
        String engine,
        RuleBookVersion rules,
        @Described("By date, then by id.") List<SeriesStep> steps,

        @Described("Variants of one parent at the last date, most likely first.")
        List<SeriesStep> alternatives) {

    public static final ResultDocument<TimeSeries> DOCUMENT = new ResultDocument<>(
            "series",
            "series",
            "What entente assess --series --format json writes: assessments over time and what moved the likelihood.",
            RecordType.of(SeriesJson.class, SeriesJson::of));

    private static SeriesJson of(TimeSeries series) {
        Provenance provenance = series.all().get(0).assessment().provenance();
        return new SeriesJson(
                provenance.engine(),
                provenance.rules(),
                series.steps().stream().map(SeriesStep::of).toList(),
                series.alternatives().stream().map(SeriesStep::of).toList());
    }

    record SeriesStep(
            @JsonUnwrapped ScenarioVerdict verdict,
            @Described(kind = Kind.HORIZON) int horizonYears,

            @Described("What happened; absent where the scenario does not have it.")
            Optional<ObservedOutcome> observed,

            @Described("Absent where nothing is before it.") Optional<SeriesChange> change) {

        private static SeriesStep of(Step step) {
            return new SeriesStep(
                    ScenarioVerdict.of(step.assessment()),
                    step.assessment().scenario().horizonYears(),
                    step.assessment().scenario().observed(),
                    step.change()
                            .map(contrast -> new SeriesChange(
                                    contrast.before().scenario().id(), contrast.attribution())));
        }
    }

    record SeriesChange(
            @Described(value = "The scenario that it is compared with.", kind = Kind.ID)
            String from,

            @JsonUnwrapped Attribution attribution) {}
}

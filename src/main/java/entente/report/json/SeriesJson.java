package entente.report.json;

import static entente.report.json.JsonTypes.*;

import entente.analysis.comparison.ScenarioContrast;
import entente.analysis.series.TimeSeries;
import entente.analysis.series.TimeSeries.Step;
import entente.model.assessment.Assessment;

/** Assessments over time as JSON. */
public final class SeriesJson {

    private static final Form<ScenarioContrast> CHANGE = Form.<ScenarioContrast>named("seriesChange")
            .required("from", ID, contrast -> contrast.before().scenario().id())
            .described("The scenario that it is compared with.")
            .including(ContrastJson.ATTRIBUTION, ScenarioContrast::attribution);

    private static final Form<Step> STEP = Form.<Step>named("seriesStep")
            .including(VerdictForms.SCENARIO_VERDICT, Step::assessment)
            .required(
                    "horizonYears",
                    HORIZON,
                    step -> step.assessment().scenario().horizonYears())
            .optional(
                    "observed",
                    BacktestJson.OBSERVED,
                    step -> step.assessment().scenario().observed())
            .described("What happened; absent where the scenario does not have it.")
            .optional("change", CHANGE, Step::change)
            .described("Absent where nothing is before it.");

    public static final ResultDocument<TimeSeries> DOCUMENT = new ResultDocument<>(
            "series",
            "series",
            "What entente assess --series --format json writes: assessments over time and what moved the likelihood.",
            Form.<TimeSeries>named("series")
                    .required(
                            "engine",
                            TEXT.of((Assessment first) -> first.provenance().engine()),
                            SeriesJson::first)
                    .required("rules", CommonForms.RULES.of(Assessment::provenance), SeriesJson::first)
                    .required("steps", list(STEP), TimeSeries::steps)
                    .described("By date, then by id.")
                    .required("alternatives", list(STEP), TimeSeries::alternatives)
                    .described("Variants of one parent at the last date, most likely first."));

    private SeriesJson() {}

    private static Assessment first(TimeSeries series) {
        return series.all().get(0).assessment();
    }
}

package entente.cli;

import entente.analysis.series.SeriesAnalysis;
import entente.analysis.series.TimeSeries;
import entente.cli.io.CliException;
import entente.cli.usage.ReportFormat.TableFormat;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.csv.SeriesCsv;
import entente.report.json.SeriesJson;
import entente.report.question.Answers;
import entente.scoring.Assessor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** {@code assess --series}: scenarios in the order of their dates. */
record SeriesRun(AssessCommand command, TableFormat format, LikelihoodScale scale, boolean all) {

    /** @param format a name of {@code --format}; a series has no lines of assessments, so that ndjson is refused */
    static TableFormat format(String format) {
        return Arrays.stream(TableFormat.values())
                .filter(one -> one.name().equalsIgnoreCase(format))
                .findFirst()
                .orElseThrow(() ->
                        CliException.usage("--series is written as text, json, csv, md or html, not " + format + "."));
    }

    /** Writes the series of all valid scenarios with a date; returns its assessments. */
    Stream<Assessment> write(ScenarioInputs inputs, Assessor assessor) {
        inputs.refuse(scenario -> scenario.asOf().isEmpty(), SeriesAnalysis.NO_DATE);
        List<Scenario> scenarios = inputs.distinct();
        if (scenarios.isEmpty()) {
            return Stream.empty();
        }
        TimeSeries series = new SeriesAnalysis(assessor).analyze(scenarios);
        command.out()
                .print(format.render(
                        series,
                        SeriesJson.DOCUMENT::pretty,
                        SeriesCsv::write,
                        found -> Answers.series(found, scale, all),
                        command.style()));
        return series.all().stream().map(TimeSeries.Step::assessment);
    }
}

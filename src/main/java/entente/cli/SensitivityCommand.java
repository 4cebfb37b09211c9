package entente.cli;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.model.Scenario;
import entente.report.csv.SensitivityCsv;
import entente.report.json.SensitivityJson;
import entente.report.media.ReportRenderer;
import entente.report.question.SensitivityReport;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "sensitivity",
        description = "One-at-a-time sensitivity: the effect of each reading on the likelihood, and tipping points.")
final class SensitivityCommand extends SingleScenarioCommand {

    /** Output formats. */
    enum Format {
        TEXT,
        JSON,
        CSV,
        MD,
        HTML
    }

    @Option(names = "--all", description = "Show every reading, not only the largest swings.")
    private boolean all;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json, csv, md or html. Default: text.")
    private Format format = Format.TEXT;

    @Override
    Function<Scenario, String> output(LoadedRuleBook book) {
        SensitivityAnalysis sensitivity = new SensitivityAnalysis(new Assessor(book));
        return scenario -> render(sensitivity.analyze(scenario));
    }

    private String render(SensitivityResult result) {
        return switch (format) {
            case JSON -> SensitivityJson.write(result, all);
            case CSV -> SensitivityCsv.write(result, all);
            case TEXT, MD, HTML ->
                ReportRenderer.valueOf(format.name()).render(SensitivityReport.of(result, all), style());
        };
    }
}

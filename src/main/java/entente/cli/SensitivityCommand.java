package entente.cli;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.sensitivity.SensitivityResult;
import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.Inputs;
import entente.cli.io.Terminal;
import entente.report.csv.SensitivityCsv;
import entente.report.json.SensitivityJson;
import entente.report.media.ReportRenderer;
import entente.report.question.SensitivityReport;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import entente.scoring.Assessor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sensitivity",
        description = "One-at-a-time sensitivity: the effect of each reading on the likelihood, and tipping points.")
final class SensitivityCommand extends BaseCommand {

    /** Output formats. */
    enum Format {
        TEXT,
        JSON,
        CSV,
        MD,
        HTML
    }

    @Parameters(arity = "1", paramLabel = "FILE|-", description = "A scenario file or standard input.")
    private String name = "";

    @Option(names = "--all", description = "Show every reading, not only the largest swings.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, json, csv, md or html. Default: text.")
    private Format format = Format.TEXT;

    @Mixin
    private ScenarioChanges changes = new ScenarioChanges();

    SensitivityCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        ScenarioInputs scenarios = ScenarioInputs.scenarios(
                this,
                Inputs.one(name, terminal(), home()),
                new ScenarioReader(Vocabulary.of(book.book())),
                changes.overrides());
        SensitivityAnalysis sensitivity = new SensitivityAnalysis(new Assessor(book));
        for (ScenarioInputs.NamedScenario named : scenarios.accepted()) {
            out().print(render(sensitivity.analyze(named.scenario())));
        }
        return scenarios.code();
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

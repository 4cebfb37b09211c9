package entente.cli;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.cli.usage.ReportFormat;
import entente.model.Scenario;
import entente.report.csv.SensitivityCsv;
import entente.report.json.SensitivityJson;
import entente.report.question.Answers;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "sensitivity", description = "Show the effect of each reading alone, and tipping points.")
final class SensitivityCommand extends SingleScenarioCommand {

    @Option(names = "--all", description = "Show every reading, not only the largest swings.")
    private boolean all;

    @Mixin
    private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

    @Override
    Function<Scenario, String> output(LoadedRuleBook book) {
        SensitivityAnalysis sensitivity = new SensitivityAnalysis(new Assessor(book));
        return scenario -> format.render(
                sensitivity.analyze(scenario),
                result -> SensitivityJson.write(result, all),
                result -> SensitivityCsv.write(result, all),
                result -> hint().in(Answers.sensitivity(result, all)),
                style());
    }
}

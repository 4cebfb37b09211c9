package entente.cli;

import entente.analysis.backtest.Backtest;
import entente.analysis.backtest.BacktestResult;
import entente.cli.io.ExitCode;
import entente.cli.io.TunedScenarios;
import entente.cli.usage.ReportFormat;
import entente.report.csv.BacktestCsv;
import entente.report.json.ResultDocuments;
import entente.report.question.Answers;
import entente.rulebook.LoadedRuleBook;
import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backtest",
        description = "Compare verdicts on past scenarios with observed outcomes: hits and Brier score.")
final class BacktestCommand extends ScenarioCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR|FILE|ID|-",
            description = "Folders of scenarios, scenario files, or standard input; those with \"observed\" are used.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "List the scenarios without an observed outcome.")
    private boolean all;

    @Mixin
    private ReportFormat.WithCsv format = new ReportFormat.WithCsv();

    @Override
    ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        ScenarioInputs scenarios = read(book, inputs(names));
        Optional<BacktestResult> result =
                new Backtest(new Assessor(book), TunedScenarios.on(home(), reader(book))).run(scenarios.distinct());
        if (result.isPresent()) {
            out().print(format.render(
                    result.get(),
                    ResultDocuments.BACKTEST::pretty,
                    BacktestCsv::write,
                    found -> Answers.backtest(found, all),
                    style()));
            return scenarios.code();
        }
        if (!scenarios.accepted().isEmpty()) {
            printDiagnostic("entente: no observed outcome: "
                    + (scenarios.accepted().size() == 1 ? "the scenario has no" : "none of the scenarios has")
                    + " \"observed\" field.");
            return scenarios.code().orIf(true, ExitCode.INPUT_INVALID);
        }
        return scenarios.code();
    }
}

package entente.cli;

import entente.analysis.backtest.Backtest;
import entente.analysis.backtest.BacktestResult;
import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.usage.ReportFormat;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.report.csv.BacktestCsv;
import entente.report.json.ResultDocuments;
import entente.report.question.Answers;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioReader;
import entente.scenario.ScenarioResult;
import entente.scoring.Assessor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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

    /**
     * Recognizes the histories with which the rules were developed: the shipped scenarios, by id or by readings. An edited
     * copy with the same id counts as the original, to be conservative.
     */
    record TunedScenarios(Set<String> ids, Set<Map<String, Optional<ValueRange>>> readings)
            implements Predicate<Scenario> {

        static TunedScenarios on(Home home, ScenarioReader reader) {
            FolderScenarioSource shipped = new FolderScenarioSource(List.of(home.scenarios()));
            Set<String> ids = new HashSet<>(shipped.ids());
            Set<Map<String, Optional<ValueRange>>> readings = new HashSet<>();
            for (String id : ids) {
                // Another rule book may reject a shipped scenario; then only its id is compared.
                if (shipped.find(id).map(bytes -> reader.read(bytes, shipped)).orElse(null)
                        instanceof ScenarioResult.Accepted accepted) {
                    readings.add(values(accepted.scenario()));
                }
            }
            return new TunedScenarios(ids, readings);
        }

        @Override
        public boolean test(Scenario scenario) {
            return ids.contains(scenario.id()) || readings.contains(values(scenario));
        }

        private static Map<String, Optional<ValueRange>> values(Scenario scenario) {
            Map<String, Optional<ValueRange>> values = new TreeMap<>();
            scenario.readings().forEach((id, reading) -> values.put(id, reading.range()));
            return values;
        }
    }
}

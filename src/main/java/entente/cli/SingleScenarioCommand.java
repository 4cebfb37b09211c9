package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.model.Scenario;
import entente.report.form.Hint;
import entente.rulebook.LoadedRuleBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Parameters;

abstract class SingleScenarioCommand extends ScenarioCommand {

    @Parameters(
            arity = "1",
            paramLabel = "FILE|ID|-",
            description = "A scenario file, the id of a shipped scenario, or standard input.")
    private String name = "";

    /** Checks the options before the scenario is read; returns the function from the scenario to the output. */
    abstract Function<Scenario, String> output(LoadedRuleBook book) throws Exception;

    /** Names the input in the commands that the output proposes. */
    final Hint hint() {
        return hint(name);
    }

    @Override
    final ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        Function<Scenario, String> output = output(book);
        if (!name.isEmpty() && Files.isDirectory(Path.of(name))) {
            throw CliException.usage(name + " is a folder; this command takes one scenario.");
        }
        ScenarioInputs scenarios = read(book, inputs(List.of(name)));
        scenarios.accepted().forEach(named -> out().print(output.apply(named.scenario())));
        return scenarios.code();
    }
}

package entente.cli;

import entente.cli.io.ExitCode;
import entente.cli.io.Inputs;
import entente.model.Scenario;
import entente.rulebook.LoadedRuleBook;
import java.util.function.Function;
import picocli.CommandLine.Parameters;

/** A command on one scenario. */
abstract class SingleScenarioCommand extends ScenarioCommand {

    @Parameters(arity = "1", paramLabel = "FILE|-", description = "A scenario file or standard input.")
    private String name = "";

    /** Checks the options before the scenario is read; returns the function from the scenario to the output. */
    abstract Function<Scenario, String> output(LoadedRuleBook book) throws Exception;

    @Override
    final ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        Function<Scenario, String> output = output(book);
        ScenarioInputs scenarios =
                read(book, Inputs.one(name, terminal(), home()).all());
        scenarios.accepted().forEach(named -> out().print(output.apply(named.scenario())));
        return scenarios.code();
    }
}

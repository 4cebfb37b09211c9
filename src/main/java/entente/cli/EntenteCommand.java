package entente.cli;

import entente.cli.io.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root command: prints the help. */
@Command(
        name = "entente",
        description = "Assesses the likelihood of a Sino-Russian alliance and explains every step.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AssessCommand.class,
            ExplainCommand.class,
            FlipCommand.class,
            SensitivityCommand.class,
            CompareCommand.class,
            BacktestCommand.class,
            VerifyCommand.class,
            ValidateCommand.class,
            IndicatorsCommand.class,
            RulesCommand.class,
            SchemaCommand.class,
            InitCommand.class,
            ServeCommand.class,
            KeysCommand.class,
            VersionCommand.class,
            CompletionCommand.class
        },
        commandListHeading = "%nCommands:%n",
        footer = {"", "Example: entente assess scenarios/baseline-2018.json"})
final class EntenteCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.number();
    }
}

package entente.cli;

import entente.cli.io.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root of the command line: shows what there is. */
@Command(
        name = "entente",
        description = "How likely a Sino-Russian alliance is, with every step of the reasoning shown.",
        synopsisSubcommandLabel = "VERB",
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
        commandListHeading = "%nVerbs:%n",
        footer = {"", "Begin with: entente assess scenarios/baseline-2018.json"})
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

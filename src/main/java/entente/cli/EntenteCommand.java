package entente.cli;

import entente.cli.io.ExitCode;
import entente.cli.usage.HelpOption;
import entente.model.Engine;
import entente.model.rule.RuleBook;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root command: prints the help. */
@Command(
        name = "entente",
        description = "Assesses the likelihood of a Sino-Russian alliance and explains every step.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Example: ./entente assess scenarios/baseline-2018.json"})
final class EntenteCommand implements Callable<Integer> {

    /** In the order of the help. */
    static final List<Class<? extends Callable<Integer>>> SUBCOMMANDS = List.of(
            AssessCommand.class,
            ExplainCommand.class,
            FlipCommand.class,
            SensitivityCommand.class,
            ExploreCommand.class,
            EnsembleCommand.class,
            CompareCommand.class,
            BriefCommand.class,
            ResolveCommand.class,
            TrackRecordCommand.class,
            WatchCommand.class,
            BacktestCommand.class,
            VerifyCommand.class,
            ValidateCommand.class,
            IndicatorsCommand.class,
            RulesCommand.class,
            SchemaCommand.class,
            InitCommand.class,
            SheetCommand.class,
            ServeCommand.class,
            WorkshopCommand.class,
            KeysCommand.class,
            Version.class,
            Completion.class);

    @Command(name = "version", description = "Print the versions of engine, rule book and Java.")
    static final class Version extends BaseCommand {

        @Override
        ExitCode run() throws Exception {
            RuleBook book = book().book();
            out().print("Entente " + Engine.VERSION + "\nRules " + book.version() + " " + book.sha256() + "\nJava "
                    + Runtime.version().feature() + "\n");
            return ExitCode.SUCCESS;
        }
    }

    @Command(name = "completion", description = "Print a completion script for bash and zsh.")
    static final class Completion extends BaseCommand {

        @Spec
        private CommandSpec spec;

        @Override
        ExitCode run() {
            out().print(AutoComplete.bash("entente", spec.root().commandLine()));
            return ExitCode.SUCCESS;
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE.number();
    }
}

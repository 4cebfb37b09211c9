package entente.cli;

import entente.cli.io.ExitCode;
import entente.cli.usage.HelpOption;
import entente.cli.usage.ServiceOptions;
import entente.cli.usage.ServiceSettings;
import entente.model.Engine;
import entente.model.rule.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import lombok.RequiredArgsConstructor;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root command: prints the help. */
@Command(
        name = "entente",
        description = "Assesses the likelihood of an alliance of two powers and explains every step.",
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
            Mcp.class,
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

    @Command(
            name = "mcp",
            description = {
                "Serve language-model assistants over standard input and output, by the Model Context Protocol.",
                "",
                "A client starts it: tools, resources and prompts over the rule book and the shipped scenarios. It writes no "
                        + "files, and ends with its input. \"serve\" has the same at /mcp."
            })
    @RequiredArgsConstructor
    static final class Mcp extends BaseCommand {

        private final ToIntFunction<Map<String, String>> server;

        @Override
        public Integer call() throws Exception {
            // Reports the faults of a rule book as other commands do.
            book();
            ServiceSettings settings = ServiceSettings.of(home())
                    .putFolder("entente.rules", rulesFolder())
                    .put("entente.mcp", true);
            return ServiceOptions.start(server, settings, "mcp");
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

package entente.cli;

import entente.model.Engine;
import entente.model.rule.RuleBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lombok.RequiredArgsConstructor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root command: prints the help or the versions. */
@Command(
        name = "entente",
        description = "Assesses the likelihood of an alliance of two powers and explains every step.",
        synopsisHeading = "Usage: ",
        synopsisSubcommandLabel = "COMMAND",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "",
        footer = {"", "Example: ./entente assess scenarios/baseline-2018.json"})
@RequiredArgsConstructor
final class EntenteCommand implements Callable<Integer> {

    /** In the order of the help: first what an analyst needs first. */
    private static final Map<String, List<Class<? extends Callable<Integer>>>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put(
                "Analysis",
                List.of(
                        AssessCommand.class,
                        SingleScenarioCommand.Explain.class,
                        SingleScenarioCommand.Flip.class,
                        SingleScenarioCommand.Sensitivity.class,
                        CompareCommand.class,
                        ValidateCommand.class,
                        ScenarioGroup.class,
                        BriefCommand.class));
        GROUPS.put(
                "Uncertainty, rules and records",
                List.of(SingleScenarioCommand.Explore.class, RulesCommand.class, EditionsCommand.class));
        GROUPS.put(
                "Automation and service",
                List.of(
                        WatchCommand.class,
                        ServiceCommand.Serve.class,
                        ServiceCommand.Workshop.class,
                        KeysCommand.class,
                        ServiceCommand.Mcp.class));
    }

    static List<Class<? extends Callable<Integer>>> subcommands() {
        return GROUPS.values().stream()
                .<Class<? extends Callable<Integer>>>flatMap(List::stream)
                .toList();
    }

    static String commands(Help help) {
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((heading, types) -> {
            TextTable table = TextTable.forColumns(
                    help.colorScheme(), new Column(14, 2, Overflow.SPAN), new Column(66, 0, Overflow.WRAP));
            for (Class<?> type : types) {
                String name = type.getAnnotation(Command.class).name();
                table.addRowValues(
                        help.colorScheme().commandText(name),
                        help.colorScheme()
                                .text(type.getAnnotation(Command.class).description()[0]));
            }
            text.append("\n" + heading + ":\n" + table);
        });
        return text.toString();
    }

    private final BaseCommand installation;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help; COMMAND --help shows that of a command.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Option(names = "--version", description = "Print the versions of engine, rule book and Java.")
    private boolean version;

    @Override
    public Integer call() throws Exception {
        if (!version) {
            spec.commandLine().usage(spec.commandLine().getErr());
            return ExitCode.USAGE.number();
        }
        RuleBook book = installation.book().book();
        installation
                .out()
                .print("Entente " + Engine.VERSION + "\nRules " + book.version() + " " + book.sha256() + "\nJava "
                        + Runtime.version().feature() + "\n");
        return ExitCode.SUCCESS.number();
    }
}

package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.FailureMessages;
import entente.cli.io.Home;
import entente.cli.io.Terminal;
import entente.cli.usage.UsageMessages;
import entente.model.Band;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import lombok.RequiredArgsConstructor;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/** Parses the arguments with picocli and runs the command. */
@RequiredArgsConstructor
final class CommandParser {

    private final Terminal terminal;
    private final Home home;
    private final ToIntFunction<Map<String, String>> server;

    int run(String... args) {
        FailureMessages failures = new FailureMessages(terminal);
        CommandLine line = new CommandLine(new EntenteCommand(), factory());
        subcommands(args).forEach(line::addSubcommand);
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(
                Band.class,
                word -> Band.named(word).orElseThrow(() -> new CommandLine.TypeConversionException("no band")));
        line.setUsageHelpWidth(80);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((wrong, given) -> {
            CommandSpec command = wrong.getCommandLine().getCommandSpec();
            return failures.fail(
                    ExitCode.USAGE, new UsageMessages(command, List.of(given)).of(wrong), UsageMessages.help(command));
        });
        line.setExecutionExceptionHandler((thrown, command, parsed) -> {
            boolean usage = thrown instanceof CliException stop && stop.code() == ExitCode.USAGE;
            return usage
                    ? failures.fail(ExitCode.USAGE, thrown.getMessage(), UsageMessages.help(command.getCommandSpec()))
                    : failures.of(thrown);
        });
        int code = line.execute(args);
        terminal.out().flush();
        return code;
    }

    /** Only the command that is named: to reflect on the options of all of them takes longer than to assess. */
    private static List<Class<? extends Callable<Integer>>> subcommands(String... args) {
        String name = args.length == 0 ? "" : args[0];
        List<Class<? extends Callable<Integer>>> named = EntenteCommand.SUBCOMMANDS.stream()
                .filter(type -> type != EntenteCommand.Completion.class)
                .filter(type -> type.getAnnotation(Command.class).name().equals(name))
                .toList();
        return named.isEmpty() ? EntenteCommand.SUBCOMMANDS : named;
    }

    private IFactory factory() {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                K created;
                if (type == ServeCommand.class) {
                    created = type.cast(new ServeCommand(server));
                } else if (type == WorkshopCommand.class) {
                    created = type.cast(new WorkshopCommand(server));
                } else if (type == EntenteCommand.Mcp.class) {
                    created = type.cast(new EntenteCommand.Mcp(server));
                } else {
                    created = CommandLine.defaultFactory().create(type);
                }
                if (created instanceof BaseCommand command) {
                    command.connect(terminal, home);
                }
                return created;
            }
        };
    }
}

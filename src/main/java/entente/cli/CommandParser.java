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
import picocli.CommandLine.Model.UsageMessageSpec;

/** Parses the arguments with picocli and runs the command. */
@RequiredArgsConstructor
final class CommandParser {

    private final Terminal terminal;
    private final Home home;
    private final ToIntFunction<Map<String, String>> server;

    int run(String... args) {
        int code = line(args).execute(args);
        terminal.out().flush();
        return code;
    }

    /** The parser of these arguments; without any, of all commands. */
    CommandLine line(String... args) {
        FailureMessages failures = new FailureMessages(terminal);
        CommandLine line = new CommandLine(root(), factory());
        subcommands(args).forEach(line::addSubcommand);
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(
                Band.class,
                word -> Band.named(word).orElseThrow(() -> new CommandLine.TypeConversionException("no band")));
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, EntenteCommand::commands);
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
        return line;
    }

    /** Only the command that is named: to reflect on the options of all of them takes longer than to assess. */
    private static List<Class<? extends Callable<Integer>>> subcommands(String... args) {
        String name = args.length == 0 ? "" : args[0];
        List<Class<? extends Callable<Integer>>> all = EntenteCommand.subcommands();
        List<Class<? extends Callable<Integer>>> named = all.stream()
                .filter(type -> type.getAnnotation(Command.class).name().equals(name))
                .toList();
        return named.isEmpty() ? all : named;
    }

    private EntenteCommand root() {
        BaseCommand installation = new BaseCommand() {};
        installation.connect(terminal, home);
        return new EntenteCommand(installation);
    }

    private IFactory factory() {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                K created;
                if (type == ServiceCommand.Serve.class) {
                    created = type.cast(new ServiceCommand.Serve(server));
                } else if (type == ServiceCommand.Workshop.class) {
                    created = type.cast(new ServiceCommand.Workshop(server));
                } else if (type == ServiceCommand.Mcp.class) {
                    created = type.cast(new ServiceCommand.Mcp(server));
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

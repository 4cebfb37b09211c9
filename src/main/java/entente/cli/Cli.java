package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.DiagnosticStream;
import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.OutputSink;
import entente.cli.io.Terminal;
import entente.model.Band;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBookFault;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/** The command line as a function from arguments to an exit code. */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class Cli {

    private static final int BUFFER = 1 << 16;

    private final Terminal terminal;
    private final Home home;
    private final ToIntFunction<Map<String, String>> server;
    private final BooleanSupplier outputClosed;

    /** A command line without the service. */
    public Cli(Terminal terminal, Home home) {
        this(terminal, home, settings -> ExitCode.CONFIGURATION.number(), () -> false);
    }

    /**
     * The command line of this process: UTF-8 regardless of the locale, colour if the launcher detected a terminal.
     *
     * @param server runs the service with the given properties, such as {@code server.port}; returns the exit code
     */
    public static Cli forCurrentProcess(ToIntFunction<Map<String, String>> server) {
        OutputSink sink = new OutputSink(new FileOutputStream(FileDescriptor.out));
        PrintStream out = new PrintStream(new BufferedOutputStream(sink, BUFFER), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        String noColor = System.getenv("NO_COLOR");
        boolean colour = Boolean.getBoolean("entente.terminal") && (noColor == null || noColor.isEmpty());
        Path folder = Path.of(System.getProperty("entente.home", "."));
        boolean progress = Boolean.getBoolean("entente.progress");
        return new Cli(
                new Terminal(System.in, out, err, colour, progress), Home.of(folder), server, sink::isBrokenPipe);
    }

    /** Runs a command. Failure to write the result is an error, but a closed pipe is not. */
    public int run(String... args) {
        PrintStream err = new DiagnosticStream(terminal.err(), List.of(args));
        Terminal shortening = new Terminal(terminal.in(), terminal.out(), err, terminal.colour(), terminal.progress());
        int code = new Cli(shortening, home, server, outputClosed).dispatch(args);
        if (terminal.out().checkError() && !outputClosed.getAsBoolean()) {
            return fail(ExitCode.INPUT_OUTPUT, "writing the result failed.");
        }
        return code;
    }

    private int dispatch(String... args) {
        boolean plain = args.length > 1
                && args[0].equals("assess")
                && List.of(args).stream().noneMatch(Cli::isOption);
        return plain ? assessWithoutParser(List.of(args).subList(1, args.length)) : parseAndRun(args);
    }

    private static boolean isOption(String word) {
        return (word.startsWith("-") && !word.equals("-")) || word.startsWith("@");
    }

    /** Assesses without loading the parser, which would double the run time of an assessment without options. */
    private int assessWithoutParser(List<String> names) {
        int code;
        try {
            AssessCommand assess = new AssessCommand().of(names);
            assess.connect(terminal, home);
            code = assess.call();
        } catch (Exception thrown) {
            code = handleFailure(thrown);
        }
        terminal.out().flush();
        return code;
    }

    private int parseAndRun(String... args) {
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
            return fail(
                    ExitCode.USAGE, new UsageMessages(command, List.of(given)).of(wrong), UsageMessages.help(command));
        });
        line.setExecutionExceptionHandler((thrown, command, parsed) -> {
            boolean usage = thrown instanceof CliException stop && stop.code() == ExitCode.USAGE;
            return usage
                    ? fail(ExitCode.USAGE, thrown.getMessage(), UsageMessages.help(command.getCommandSpec()))
                    : handleFailure(thrown);
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

    private int handleFailure(Exception thrown) {
        terminal.out().flush();
        if (thrown instanceof CliException stop) {
            return fail(stop.code(), stop.getMessage());
        }
        if (thrown instanceof RuleBookException wrong) {
            for (RuleBookFault fault : wrong.faults()) {
                String at = fault.file().isEmpty() ? "rules" : fault.file();
                terminal.err()
                        .println(at + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.detail() + " ["
                                + fault.code() + "]");
            }
            int count = wrong.faults().size();
            return fail(
                    ExitCode.CONFIGURATION,
                    "the rule book has " + count + (count == 1 ? " fault" : " faults") + "; nothing was assessed.");
        }
        if (thrown instanceof UncheckedIOException) {
            return fail(ExitCode.INPUT_OUTPUT, "reading or writing failed.");
        }
        int code = fail(ExitCode.INTERNAL_ERROR, "internal error, please report it: " + thrown.getMessage());
        if (System.getenv("ENTENTE_DEBUG") != null) {
            thrown.printStackTrace(terminal.err());
        }
        return code;
    }

    private int fail(ExitCode code, @Nullable String message, String help) {
        terminal.out().flush();
        fail(code, message);
        terminal.err().println(help);
        return code.number();
    }

    private int fail(ExitCode code, @Nullable String message) {
        terminal.err().println("entente: " + message);
        return code.number();
    }
}

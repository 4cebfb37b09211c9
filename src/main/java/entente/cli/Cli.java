package entente.cli;

import entente.cli.io.DiagnosticStream;
import entente.cli.io.ExitCode;
import entente.cli.io.FailureMessages;
import entente.cli.io.Home;
import entente.cli.io.OutputSink;
import entente.cli.io.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import picocli.CommandLine;

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
            return new FailureMessages(terminal).fail(ExitCode.INPUT_OUTPUT, "writing the result failed.");
        }
        return code;
    }

    /** The parser of all commands. */
    CommandLine parser() {
        return new CommandParser(terminal, home, server).line();
    }

    private int dispatch(String... args) {
        boolean plain = args.length > 1
                && args[0].equals("assess")
                && List.of(args).stream().noneMatch(Cli::isOption);
        return plain
                ? assessWithoutParser(List.of(args).subList(1, args.length))
                : new CommandParser(terminal, home, server).run(args);
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
            code = new FailureMessages(terminal).of(thrown);
        }
        terminal.out().flush();
        return code;
    }
}

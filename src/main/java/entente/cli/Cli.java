package entente.cli;

import entente.document.Digest;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Band;
import entente.model.rule.RuleBookFault;
import entente.report.form.Hint;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.rulebook.RuleBookException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
                new Terminal(System.in, out, err, colour, progress), Home.of(folder), server, () -> sink.isBrokenPipe);
    }

    /** Runs a command. Failure to write the result is an error, but a closed pipe is not. */
    public int run(String... args) {
        PrintStream err = new DiagnosticStream(terminal.err());
        Terminal printable = new Terminal(terminal.in(), terminal.out(), err, terminal.colour(), terminal.progress());
        int code;
        try {
            code = new Cli(printable, home, server, outputClosed).dispatch(args);
        } catch (Error broken) {
            code = fail(broken);
        }
        terminal.out().flush();
        if (terminal.out().checkError() && !outputClosed.getAsBoolean()) {
            return fail(ExitCode.INPUT_OUTPUT, "writing the result failed.");
        }
        return code;
    }

    CommandLine parser() {
        return new Parser(this).line();
    }

    private int dispatch(String... args) {
        List<String> words = new ArrayList<>(List.of(args));
        String format = AssessmentMedia.TEXT.name();
        int option = words.indexOf("--format");
        if (option > 0
                && option + 1 < words.size()
                && AssessmentMedia.STANDARD.names().contains(words.get(option + 1))) {
            format = words.remove(option + 1);
            words.remove(option);
        }
        boolean plain = words.size() > 1
                && words.remove(0).equals("assess")
                && words.stream().noneMatch(Cli::isOption);
        return plain
                ? assessWithoutParser(words, format)
                : new Parser(this).line(args).execute(args);
    }

    private static boolean isOption(String word) {
        return (word.startsWith("-") && !word.equals("-")) || word.startsWith("@");
    }

    /** Assesses without loading the parser, which adds a quarter to a half of a start. */
    private int assessWithoutParser(List<String> names, String format) {
        // What a digest and a library that writes need takes a third of a cold start to load: on another processor,
        // while the
        // rule book is read.
        Thread loading = new Thread(
                () -> {
                    Digest.sha256();
                    AssessmentMedia.STANDARD.find(format).ifPresent(AssessmentMedium::load);
                },
                "loading");
        loading.setDaemon(true);
        loading.start();
        try {
            AssessCommand assess = new AssessCommand().of(names, format);
            assess.connect(terminal, home);
            return assess.call();
        } catch (Exception thrown) {
            return fail(thrown);
        }
    }

    /** Reports a failure on standard error; the result is the exit code. */
    private int fail(Throwable thrown) {
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
        // The service and some formats need libraries that other commands do without.
        String what = thrown instanceof NoClassDefFoundError
                ? "a library is not on the class path (" + thrown.getMessage() + "); start with ./entente."
                : "internal error, please report it: " + (thrown instanceof Error ? thrown : thrown.getMessage());
        int code = fail(ExitCode.INTERNAL_ERROR, what);
        if (System.getenv("ENTENTE_DEBUG") != null) {
            thrown.printStackTrace(terminal.err());
        }
        return code;
    }

    private int fail(ExitCode code, @Nullable String message) {
        terminal.out().flush();
        terminal.err().println("entente: " + message);
        return code.number();
    }

    private record Parser(Cli cli) implements IFactory {

        /** The parser of these arguments; without any, of all commands. */
        CommandLine line(String... args) {
            CommandLine line = new CommandLine(root(), this);
            subcommands(args).forEach(line::addSubcommand);
            line.setOut(new PrintWriter(cli.terminal.out(), true, StandardCharsets.UTF_8));
            line.setErr(new PrintWriter(cli.terminal.err(), true, StandardCharsets.UTF_8));
            line.setCaseInsensitiveEnumValuesAllowed(true);
            line.registerConverter(
                    Band.class,
                    word -> Band.named(word)
                            .orElseThrow(() -> new CommandLine.TypeConversionException(word + " is none of "
                                    + String.join(", ", Band.names()) + "."
                                    + Suggestion.sentence(word, Band.names()))));
            line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, EntenteCommand::commands);
            line.setUsageHelpWidth(80);
            line.setColorScheme(CommandLine.Help.defaultColorScheme(
                    cli.terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
            line.setParameterExceptionHandler((wrong, given) -> {
                CommandSpec command = wrong.getCommandLine().getCommandSpec();
                return refuse(usage(wrong), command);
            });
            line.setExecutionExceptionHandler(
                    (thrown, command, parsed) -> thrown instanceof CliException stop && stop.code() == ExitCode.USAGE
                            ? refuse(thrown.getMessage(), command.getCommandSpec())
                            : cli.fail(thrown));
            return line;
        }

        private int refuse(@Nullable String message, CommandSpec command) {
            int code = cli.fail(ExitCode.USAGE, message);
            cli.terminal.err().println(help(command));
            return code;
        }

        /** What the parser refuses, in its words, without the program's name in front; with names like an unknown one. */
        private static String usage(ParameterException refused) {
            String message = String.valueOf(refused.getMessage())
                    .replaceFirst("^Error: ", "")
                    .replace("option option ", "option ");
            if (refused instanceof MissingParameterException && message.contains("BAND")) {
                return message + "; BAND is one of " + String.join(", ", Band.names());
            }
            if (!(refused instanceof UnmatchedArgumentException unmatched)) {
                return message;
            }
            CommandSpec command = refused.getCommandLine().getCommandSpec();
            Stream<String> commands = command.subcommands().values().stream()
                    .map(CommandLine::getCommandSpec)
                    .filter(known -> !known.usageMessage().hidden())
                    .map(CommandSpec::name);
            List<String> known = Stream.concat(command.options().stream().map(OptionSpec::longestName), commands)
                    .toList();
            return message + "."
                    + Suggestion.sentence(unmatched.getUnmatched().get(0).split("=", 2)[0], known);
        }

        private static String help(CommandSpec command) {
            String path = command.qualifiedName(" ");
            int root = command.root().name().length();
            return "Help: " + Hint.started() + path.substring(root) + " --help";
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
            installation.connect(cli.terminal, cli.home);
            return new EntenteCommand(installation);
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            K created = CommandLine.defaultFactory().create(type);
            if (created instanceof BaseCommand command) {
                command.connect(cli.terminal, cli.home);
            }
            if (created instanceof ServiceCommand service) {
                service.connect(cli.server);
            }
            return created;
        }
    }

    /** Standard output that records whether the reader closed the pipe, as {@code head} does. */
    private static final class OutputSink extends FilterOutputStream {

        /** Message of the operating system for a closed pipe; other failures, such as a full disk, have other messages. */
        private static final String BROKEN_PIPE = "Broken pipe";

        private boolean isBrokenPipe;

        private OutputSink(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException failed) {
                isBrokenPipe |= BROKEN_PIPE.equals(failed.getMessage());
                throw failed;
            }
        }
    }

    /** Standard error. Lines have no control characters and are not endless, whatever of the input they repeat. */
    private static final class DiagnosticStream extends PrintStream {

        private DiagnosticStream(PrintStream err) {
            super(err, true, StandardCharsets.UTF_8);
        }

        @Override
        public void println(String text) {
            super.println(text.lines().map(Text::diagnostic).collect(Collectors.joining("\n")));
        }
    }
}

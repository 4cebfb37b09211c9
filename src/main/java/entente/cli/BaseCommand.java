package entente.cli;

import entente.document.Text;
import entente.report.form.Hint;
import entente.report.form.TextStyle;
import entente.report.wording.Wording;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options and output shared by all commands. */
@Command(
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%nInput:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n")
abstract class BaseCommand implements Callable<Integer> {

    @Getter
    @SuppressWarnings("NullAway.Init") // set by connect
    private Terminal terminal;

    @SuppressWarnings("NullAway.Init")
    private Home home;

    private boolean isProgressShown;

    @Getter
    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule book. Default: the shipped one.")
    private @Nullable Path rules;

    @Getter
    @Option(
            names = {"-q", "--quiet"},
            description = "Print results and errors only.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    @Getter(AccessLevel.PACKAGE)
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Must be called before the command runs; picocli creates commands without arguments. */
    final void connect(Terminal streams, Home installation) {
        terminal = streams;
        home = installation;
    }

    @Override
    public Integer call() throws Exception {
        return run().number();
    }

    /** Runs the command, unless it only groups others; a command with exit codes of its own overrides {@link #call}. */
    ExitCode run() throws Exception {
        String commands = spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .map(CommandSpec::name)
                .collect(Collectors.joining(", "));
        throw CliException.usage(spec.name() + " needs a command, one of " + commands + ".");
    }

    PrintStream out() {
        return terminal.out();
    }

    /** Prints to standard error after flushing standard output. */
    void printDiagnostic(String line) {
        terminal.out().flush();
        eraseProgress();
        terminal.err().println(line);
    }

    /** Prints a message that {@code --quiet} suppresses. */
    void printInfo(String line) {
        if (!quiet) {
            printDiagnostic(line);
        }
    }

    /** Shows on a terminal how far a long command is, such as "3 of 20", until other output erases it. */
    void progress(String state) {
        if (terminal.progress() && !quiet) {
            printProgress(state);
            isProgressShown = true;
        }
    }

    /** Must be called before a result is written, since it may go to the same terminal. */
    void eraseProgress() {
        if (isProgressShown) {
            printProgress("");
            isProgressShown = false;
        }
    }

    private void printProgress(String state) {
        terminal.err().print("\r\u001B[K" + state);
        terminal.err().flush();
    }

    TextStyle style() {
        return terminal.colour() ? TextStyle.COLOUR : TextStyle.PLAIN;
    }

    /** The installation, with the scenarios of the rule book in use. */
    Home home() {
        return rules == null ? home : home.withRules(rules);
    }

    Path rulesFolder() {
        return rules == null ? home.rules() : rules;
    }

    /** The option that names the rule book in another call; empty for the shipped one. */
    List<String> rulesOption() {
        return rulesFolder().equals(home.rules())
                ? List.of()
                : List.of("--rules", rulesFolder().toString());
    }

    /** The folder of the rule book as messages name it. */
    String rulesName() {
        return rulesFolder().equals(home.rules())
                ? "rules"
                : Text.printable(rulesFolder().toString());
    }

    List<Input> inputs(List<String> names) {
        return Input.all(names, terminal, home(), Input::isScenario);
    }

    /** The scenarios of a folder or file; by default the shipped ones. */
    List<Input> corpus(@Nullable String given) {
        return inputs(List.of(given == null ? home().scenarios().toString() : given));
    }

    static ScenarioReader reader(LoadedRuleBook book) {
        return new ScenarioReader(Vocabulary.of(book.book()));
    }

    LoadedRuleBook book() throws RuleBookException {
        return book(rulesFolder());
    }

    LoadedRuleBook book(Path folder) throws RuleBookException {
        if (!Files.isDirectory(folder)) {
            throw new CliException(ExitCode.CONFIGURATION, "there is no rule book at " + folder + ".");
        }
        return RuleBooks.open(folder, home.cache());
    }

    /**
     * Names an input in the commands that a report proposes.
     *
     * @param options that change the input, such as {@code --set} and its value
     */
    static Hint hint(String input, List<String> options) {
        String first = Input.isStandard(input) ? Hint.GENERIC.input() : Text.quoted(input);
        // A name with a blank stays on one line.
        return new Hint(
                Hint.started(),
                Stream.concat(Stream.of(first), options.stream().map(Text::quoted))
                        .map(word -> word.replace(' ', Wording.GLUE))
                        .collect(Collectors.joining(" ")));
    }
}

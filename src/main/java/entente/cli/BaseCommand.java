package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.ProgressLine;
import entente.cli.io.Terminal;
import entente.report.form.TextStyle;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every verb shares. */
@Command(
        mixinStandardHelpOptions = false,
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%nInput:%n",
        optionListHeading = "%nOptions:%n")
abstract class BaseCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Home home;
    private final ProgressLine progress;

    @Option(names = "--rules", paramLabel = "DIR", description = "Another rule book than the shipped one.")
    private @Nullable Path rules;

    @Option(names = "--no-color", description = "No colour, as with NO_COLOR.")
    private boolean noColor;

    @Option(
            names = {"-q", "--quiet"},
            description = "Results and errors only.")
    private boolean quiet;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli reads it
    private boolean help;

    BaseCommand(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
        this.progress = new ProgressLine(terminal.err());
    }

    @Override
    public Integer call() throws Exception {
        return run().number();
    }

    /** Does the work; a verb that ends in its own way overrides {@link #call} instead. */
    ExitCode run() throws Exception {
        return ExitCode.SUCCESS;
    }

    PrintStream out() {
        return terminal.out();
    }

    /** A diagnostic, after everything that was printed before it. */
    void printDiagnostic(String line) {
        terminal.out().flush();
        progress.erase();
        terminal.err().println(line);
    }

    /** A remark that {@code --quiet} leaves out. */
    void printInfo(String line) {
        if (!quiet) {
            printDiagnostic(line);
        }
    }

    /** Shows how far a long command is, where a person sees it. */
    void progress(int done, int total) {
        if (terminal.progress() && !quiet) {
            progress.show(done + " of " + total);
        }
    }

    /** To be called before a result is written: it may go to the same terminal. */
    void eraseProgress() {
        progress.erase();
    }

    boolean quiet() {
        return quiet;
    }

    Terminal terminal() {
        return terminal;
    }

    Home home() {
        return home;
    }

    TextStyle style() {
        return terminal.colour() && !noColor ? TextStyle.COLOUR : TextStyle.PLAIN;
    }

    Path rulesFolder() {
        return rules == null ? home.rules() : rules;
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
}

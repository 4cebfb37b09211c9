package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.Inputs;
import entente.cli.io.Inputs.Input;
import entente.cli.io.ProgressLine;
import entente.cli.io.Terminal;
import entente.cli.usage.HelpOption;
import entente.document.Text;
import entente.report.form.TextStyle;
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
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options and output shared by all commands. */
@Command(
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%nInput:%n",
        optionListHeading = "%nOptions:%n")
abstract class BaseCommand implements Callable<Integer> {

    @Getter
    @SuppressWarnings("NullAway.Init") // set by connect
    private Terminal terminal;

    @SuppressWarnings("NullAway.Init")
    private Home home;

    @SuppressWarnings("NullAway.Init")
    private ProgressLine progress;

    @Getter
    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of the rule book. Default: the shipped one.")
    private @Nullable Path rules;

    @Option(names = "--no-color", description = "Disable colour, as NO_COLOR does.")
    private boolean noColor;

    @Getter
    @Option(
            names = {"-q", "--quiet"},
            description = "Print results and errors only.")
    private boolean quiet;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    /** Must be called before the command runs; picocli creates commands without arguments. */
    final void connect(Terminal streams, Home installation) {
        terminal = streams;
        home = installation;
        progress = new ProgressLine(streams.err());
    }

    @Override
    public Integer call() throws Exception {
        return run().number();
    }

    /** Runs the command; a command with exit codes of its own overrides {@link #call}. */
    ExitCode run() throws Exception {
        return ExitCode.SUCCESS;
    }

    PrintStream out() {
        return terminal.out();
    }

    /** Prints to standard error after flushing standard output. */
    void printDiagnostic(String line) {
        terminal.out().flush();
        progress.erase();
        terminal.err().println(line);
    }

    /** Prints a message that {@code --quiet} suppresses. */
    void printInfo(String line) {
        if (!quiet) {
            printDiagnostic(line);
        }
    }

    /** Shows the progress of a long command on a terminal. */
    void progress(int done, int total) {
        if (terminal.progress() && !quiet) {
            progress.show(done + " of " + total);
        }
    }

    /** Shows a bar for a long command with the share that is done. */
    void progressShare(double share) {
        if (terminal.progress() && !quiet) {
            progress.showShare(share);
        }
    }

    /** Must be called before a result is written, since it may go to the same terminal. */
    void eraseProgress() {
        progress.erase();
    }

    TextStyle style() {
        return terminal.colour() && !noColor ? TextStyle.COLOUR : TextStyle.PLAIN;
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
        return Inputs.of(names, terminal, home()).all();
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
}

package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.Inputs;
import entente.cli.io.Terminal;
import entente.quality.diff.RuleBookDiff;
import entente.quality.diff.RuleBookDiffs;
import entente.report.json.RuleBookDiffJson;
import entente.report.text.RuleBookDiffText;
import entente.scenario.ScenarioOverrides;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = "What differs between two rule books, which verdicts that flips, and which rule did it.")
final class RulesDiffCommand extends BaseCommand {

    /** How differences are written. */
    enum Format {
        TEXT,
        JSON,
        MD
    }

    @Parameters(arity = "0..*", paramLabel = "DIR", description = "Two rule books: as it was, as it is.")
    private List<Path> books = List.of();

    @Option(
            names = "--corpus",
            paramLabel = "FILE|DIR",
            description = "Scenarios to try both on. Default: the shipped ones.")
    private @Nullable String corpus;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, json or md. Default: text.")
    private Format format = Format.TEXT;

    @Option(names = "--all", description = "Every shift, share and rule, and the scenarios that stay as they are.")
    private boolean all;

    @Option(names = "--exit-code", description = "Exit with 1 when a verdict flips: another band or relationship.")
    private boolean exitCode;

    RulesDiffCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        if (books.size() != 2) {
            throw new CliException(ExitCode.USAGE, "rules diff takes two rule books, not " + books.size() + ".");
        }
        RuleBookPair pair = RuleBookPair.open(this, books);
        String scenarios = corpus == null ? home().scenarios().toString() : corpus;
        RuleBookPair.Twins twins = pair.read(
                this, Inputs.of(List.of(scenarios), terminal(), home()).all(), ScenarioOverrides.NONE);
        if (twins.all().isEmpty()) {
            return twins.code();
        }
        RuleBookDiff diff = new RuleBookDiffs(pair.first().loaded(), pair.second().loaded())
                .diff(twins.all().stream()
                        .map(twin -> new RuleBookDiffs.Read(twin.first(), twin.second(), twin.merged()))
                        .toList());
        RuleBookDiffText text = new RuleBookDiffText(pair.names(), all);
        out().print(
                        switch (format) {
                            case TEXT -> text.text(diff, style());
                            case MD -> text.markdown(diff);
                            case JSON -> RuleBookDiffJson.write(diff);
                        });
        boolean flipped = diff.shifts().stream().anyMatch(RuleBookDiff.Shift::flipsVerdict);
        return twins.code() == ExitCode.SUCCESS && exitCode && flipped ? ExitCode.PARTIAL : twins.code();
    }
}

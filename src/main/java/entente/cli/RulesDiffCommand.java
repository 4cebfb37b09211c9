package entente.cli;

import entente.briefing.BookDiffText;
import entente.domain.BookDiff;
import entente.json.BookDiffJson;
import entente.scenario.Overrides;
import entente.upkeep.BookDiffs;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = "What differs between two rule books, which verdicts that flips, and which rule did it.")
final class RulesDiffCommand extends Verb {

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
            throw new Stop(ExitCode.USAGE, "rules diff takes two rule books, not " + books.size() + ".");
        }
        BookPair pair = BookPair.open(this, books);
        String scenarios = corpus == null ? home().scenarios().toString() : corpus;
        BookPair.Twins twins = pair.read(
                this, Inputs.of(List.of(scenarios), terminal(), home()).all(), Overrides.NONE);
        if (twins.all().isEmpty()) {
            return twins.code();
        }
        BookDiff diff = new BookDiffs(pair.first().open(), pair.second().open())
                .over(twins.all().stream()
                        .map(twin -> new BookDiffs.Read(twin.first(), twin.second(), twin.whole()))
                        .toList());
        BookDiffText text = new BookDiffText(pair.names(), all);
        out().print(
                        switch (format) {
                            case TEXT -> text.text(diff, style());
                            case MD -> text.markdown(diff);
                            case JSON -> BookDiffJson.write(diff);
                        });
        boolean flipped = diff.shifts().stream().anyMatch(BookDiff.Shift::flips);
        return twins.code() == ExitCode.DONE && exitCode && flipped ? ExitCode.PARTIAL : twins.code();
    }
}

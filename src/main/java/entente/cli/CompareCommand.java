package entente.cli;

import entente.assessment.Assessor;
import entente.assessment.BookContrasts;
import entente.assessment.Contrasts;
import entente.briefing.BookContrastText;
import entente.briefing.ContrastText;
import entente.domain.Assessment;
import entente.domain.BookContrast;
import entente.domain.Contrast;
import entente.json.BookContrastJson;
import entente.json.ContrastJson;
import entente.rules.OpenBook;
import entente.scenario.Overrides;
import entente.scenario.ScenarioReader;
import entente.scenario.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = {
            "What differs from the first scenario: readings, rules, points, and what of the likelihood comes from which.",
            "",
            "--set, --assumptions and --without change every scenario but the first. With one scenario alone they "
                    + "change it, and it is compared with itself as it was.",
            "",
            "--rules DIR,DIR names two rule books: each scenario, changed or not, is shown under both, with where they "
                    + "part and which reading tells them apart best."
        })
final class CompareCommand extends Verb {

    /** How comparisons are written. */
    enum Format {
        TEXT,
        JSON,
        MD
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR|-",
            description = "Scenario files, folders of them, or standard input; the first is what the others are "
                    + "compared with.")
    private List<String> names = new ArrayList<>();

    @Mixin
    private Changes changes = new Changes();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, json or md. Default: text.")
    private Format format = Format.TEXT;

    @Option(names = "--all", description = "Also what is the same.")
    private boolean all;

    @Option(names = "--exit-code", description = "Exit with 1 when a band or a relationship differs.")
    private boolean exitCode;

    CompareCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        List<Path> books = BookPair.folders(rulesFolder());
        Overrides overrides = changes.overrides();
        if (books.size() == 2) {
            return underBoth(books, overrides);
        }
        OpenBook book = book();
        List<Input> inputs = Inputs.of(names, terminal(), home()).all();
        ScenarioReader reader = new ScenarioReader(Vocabulary.of(book.book()));
        Scenarios first = Scenarios.read(this, inputs.subList(0, 1), reader, Overrides.NONE);
        if (inputs.size() == 1 && first.accepted().isEmpty()) {
            return first.code();
        }
        Scenarios others = Scenarios.read(this, others(inputs, overrides), reader, overrides);
        if (first.accepted().isEmpty() || others.accepted().isEmpty()) {
            return first.accepted().isEmpty() ? first.code() : others.code();
        }
        Assessor assessor = new Assessor(book);
        Contrasts contrasts = new Contrasts(assessor);
        Assessment before = assessor.assess(first.accepted().get(0).scenario());
        List<Contrast> found = others.accepted().stream()
                .map(named -> contrasts.between(before, assessor.assess(named.scenario())))
                .toList();
        write(found);
        boolean flipped = found.stream()
                .anyMatch(c -> c.before().verdict().flipped(c.after().verdict()));
        return others.code() == ExitCode.DONE && exitCode && flipped ? ExitCode.PARTIAL : others.code();
    }

    /** Each scenario under two books; whatever is changed is changed for both. */
    private ExitCode underBoth(List<Path> folders, Overrides overrides) throws Exception {
        BookPair books = BookPair.open(this, folders);
        BookPair.Twins twins =
                books.read(this, Inputs.of(names, terminal(), home()).all(), overrides);
        BookContrasts contrasts = new BookContrasts(
                new Assessor(books.first().open()), new Assessor(books.second().open()));
        List<BookContrast> found = twins.all().stream()
                .map(twin -> contrasts.of(twin.first(), twin.second()))
                .toList();
        if (!found.isEmpty()) {
            BookContrastText text = new BookContrastText(books.names(), all);
            out().print(
                            switch (format) {
                                case TEXT -> text.text(found, style());
                                case MD -> text.markdown(found);
                                case JSON -> BookContrastJson.write(found);
                            });
        }
        boolean flipped = found.stream()
                .anyMatch(c -> c.first().verdict().flipped(c.second().verdict()));
        return twins.code() == ExitCode.DONE && exitCode && flipped ? ExitCode.PARTIAL : twins.code();
    }

    private static List<Input> others(List<Input> inputs, Overrides overrides) {
        if (inputs.size() > 1) {
            return inputs.subList(1, inputs.size());
        }
        if (overrides.nothing()) {
            throw new Stop(
                    ExitCode.USAGE,
                    "one scenario alone has nothing to be compared with: name another, or change it with --set, "
                            + "--assumptions or --without.");
        }
        return inputs;
    }

    private void write(List<Contrast> found) {
        ContrastText text = new ContrastText(all);
        out().print(
                        switch (format) {
                            case TEXT -> text.text(found, style());
                            case MD -> text.markdown(found);
                            case JSON -> ContrastJson.write(found);
                        });
    }
}

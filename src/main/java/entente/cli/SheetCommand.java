package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.InputFile;
import entente.cli.io.Inputs.Input;
import entente.cli.io.ProblemText;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.document.Text;
import entente.report.form.Hint;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioResult;
import entente.sheet.SheetFormat;
import entente.sheet.SheetReader;
import entente.sheet.SheetWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "sheet", description = "Write a scenario as a spreadsheet to fill in, or a spreadsheet as JSON.")
final class SheetCommand extends BaseCommand {

    @Parameters(arity = "1", paramLabel = "FILE|-", description = "A scenario: JSON, .xlsx or .csv.")
    private String name = "";

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "The file to write; its ending decides: .xlsx, .csv or .json.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Override
    ExitCode run() throws Exception {
        String shown = Text.printable(file.toString());
        SheetFormat format = SheetFormat.of(file.toString())
                .orElseThrow(() -> CliException.usage("a sheet ends with .xlsx, .csv or .json, not " + shown + "."));
        LoadedRuleBook book = book();
        List<Input> inputs = inputs(List.of(name));
        if (inputs.size() != 1) {
            throw CliException.usage("one scenario is written at a time; " + Text.printable(name) + " is a folder.");
        }
        InputFile.Content content = inputs.get(0).read();
        Input given = inputs.get(0);
        Input once = new Input(given.name(), () -> content, given.parents(), given.similar());
        ScenarioInputs scenarios = new ScenarioInputs(this, reader(book), ScenarioOverrides.NONE);
        ScenarioResult result = scenarios.result(once).orElse(null);
        if (result instanceof ScenarioResult.Refused refused) {
            printDiagnostic(ProblemText.of(once.displayName(), refused.problems(), "not written"));
        }
        if (!(result instanceof ScenarioResult.Accepted)) {
            return scenarios.code();
        }
        byte[] sheet = SheetWriter.write(tree(once), format, book.book().catalogue(), reader(book), once.parents())
                .orElseThrow(() -> new CliException(
                        ExitCode.CANNOT_CREATE,
                        shown + " cannot be written: a text is longer than a cell of a workbook; .csv has no limit."));
        write(sheet, shown);
        printInfo("Wrote " + shown + ". Next: " + Hint.started() + " assess " + Text.quoted(file.toString()));
        return ExitCode.SUCCESS;
    }

    /** The tree of an input that is known to be valid. */
    private static Node tree(Input input) {
        byte[] bytes = input.read().bytes().orElseThrow();
        SheetFormat given = SheetFormat.ofInput(input.name(), bytes);
        Optional<Node> tree = given == SheetFormat.JSON
                ? Documents.json(bytes, DocumentLimits.SCENARIO).root()
                : SheetReader.tree(bytes, given);
        return tree.orElseThrow();
    }

    private void write(byte[] sheet, String shown) {
        OpenOption[] options = force
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
        try {
            Files.write(file, sheet, options);
        } catch (FileAlreadyExistsException exists) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE, shown + " already exists; --force replaces it. Nothing was written.");
        } catch (IOException cannot) {
            throw new CliException(ExitCode.CANNOT_CREATE, shown + " cannot be written.");
        }
    }
}

package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.document.DocumentLimits;
import entente.document.Documents;
import entente.document.Node;
import entente.document.Text;
import entente.model.rule.RuleBook;
import entente.report.form.Hint;
import entente.report.json.ScenarioTemplate;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioSource;
import entente.sheet.SheetFormat;
import entente.sheet.SheetScenarioSource;
import entente.sheet.SheetWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "init", description = "Write a new scenario file or spreadsheet to fill in.")
final class InitCommand extends BaseCommand {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final String SCHEMA = "scenario.schema.json";

    @Parameters(
            arity = "1",
            paramLabel = "ID",
            description = "Id of the scenario, also the file name; ID.xlsx or ID.csv writes a spreadsheet.")
    private String id = "";

    @Option(names = "--extends", paramLabel = "ID", description = "Parent scenario, such as baseline-2018.")
    private @Nullable String parent;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for the file. Default: the current folder.")
    private Path folder = Path.of(".");

    @Override
    ExitCode run() throws Exception {
        LoadedRuleBook loaded = book();
        RuleBook book = loaded.book();
        SheetFormat format = SheetFormat.of(id).orElse(SheetFormat.JSON);
        String name = SheetFormat.of(id).isPresent() ? id.substring(0, id.lastIndexOf('.')) : id;
        if (!ID.matcher(name).matches()) {
            throw CliException.usage("an id has 1 to 64 lowercase letters, digits and hyphens, not " + name + ".");
        }
        ScenarioSource source = new SheetScenarioSource(folder, home().scenarios());
        if (parent != null && !source.ids().contains(parent)) {
            throw CliException.unknown("scenario " + parent + " to extend", parent, source.ids());
        }
        Path file = folder.resolve(name + format.ending());
        Optional<String> schema = Optional.of(SCHEMA).filter(one -> Files.isRegularFile(folder.resolve(one)));
        String text = ScenarioTemplate.scenario(name, Optional.ofNullable(parent), schema, book.catalogue());
        byte[] bytes = format == SheetFormat.JSON
                ? text.getBytes(StandardCharsets.UTF_8)
                : sheet(text, format, loaded, source);
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException exists) {
            throw new CliException(ExitCode.CANNOT_CREATE, file + " already exists; nothing was written.");
        } catch (NoSuchFileException missing) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE, file + " cannot be written: the folder " + folder + " does not exist.");
        } catch (IOException cannot) {
            throw new CliException(ExitCode.CANNOT_CREATE, file + " cannot be written.");
        }
        String rules =
                rulesOption().stream().map(Text::quoted).map(word -> " " + word).collect(Collectors.joining());
        String read = Hint.started() + (format == SheetFormat.JSON ? " assess " : " validate ");
        printInfo("Wrote " + file + ". "
                + (parent == null
                        ? "Fill in the known readings"
                        : "Enter what differs (with a source a fact, without one a supposition)")
                + ", then: " + read + Text.quoted(file.toString())
                + (format == SheetFormat.JSON
                        ? rules + ". As a spreadsheet instead: " + Hint.started() + " init " + name + ".xlsx"
                                + options() + rules
                        : rules));
        return ExitCode.SUCCESS;
    }

    /** The options as given, for another call. */
    private String options() {
        return (parent == null ? "" : " --extends " + parent)
                + (folder.equals(Path.of(".")) ? "" : " --out " + Text.quoted(folder.toString()));
    }

    private static byte[] sheet(String json, SheetFormat format, LoadedRuleBook book, ScenarioSource parents) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Node tree = Documents.json(bytes, DocumentLimits.SCENARIO).root().orElseThrow();
        return SheetWriter.write(tree, format, book.book().catalogue(), reader(book), parents)
                .orElseThrow();
    }
}

package entente.cli;

import entente.document.Node;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Catalogue;
import entente.model.Indicator;
import entente.model.rule.RuleBook;
import entente.report.csv.ResultTable;
import entente.report.form.Answer;
import entente.report.form.Hint;
import entente.report.json.InputSchemas;
import entente.report.json.ResultDocument;
import entente.report.json.ResultDocuments;
import entente.report.json.ScenarioTemplate;
import entente.report.question.Answers;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioOverrides;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.sheet.SheetFormat;
import entente.sheet.SheetReader;
import entente.sheet.SheetScenarioSource;
import entente.sheet.SheetWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "scenario",
        description = "Start a scenario: new file, spreadsheet, indicators, schemas.",
        subcommands = {
            ScenarioGroup.Init.class,
            ScenarioGroup.Sheet.class,
            ScenarioGroup.Indicators.class,
            ScenarioGroup.Schema.class
        })
final class ScenarioGroup extends BaseCommand {

    @Command(name = "init", description = "Write a new scenario file or spreadsheet to fill in.")
    static final class Init extends BaseCommand {

        private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
        private static final String SCHEMA = "scenario.schema.json";

        @Parameters(
                arity = "1",
                paramLabel = "ID",
                description = "Id of the scenario, also the file name; ID.xlsx writes a spreadsheet.")
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
            write(file, bytes);
            String command = Stream.concat(Stream.of(file.toString()), rulesOption().stream())
                    .map(Text::quoted)
                    .collect(Collectors.joining(" "));
            printInfo("Wrote " + file + ". "
                    + (parent == null
                            ? "Fill in the known readings"
                            : "Enter what differs (with a source a fact, without one a supposition)")
                    + ", then: " + Hint.started() + " validate " + command);
            return ExitCode.SUCCESS;
        }

        private static byte[] sheet(String json, SheetFormat format, LoadedRuleBook book, ScenarioSource parents) {
            Node tree = SheetReader.tree(json.getBytes(StandardCharsets.UTF_8), SheetFormat.JSON)
                    .orElseThrow();
            return SheetWriter.write(tree, format, book.book().catalogue(), reader(book), parents)
                    .orElseThrow();
        }
    }

    @Command(name = "sheet", description = "Write a scenario as a spreadsheet to fill in, or a spreadsheet as JSON.")
    static final class Sheet extends BaseCommand {

        @Parameters(arity = "1", paramLabel = "FILE|-", description = "A scenario: JSON or .xlsx.")
        private String name = "";

        @Option(
                names = {"-o", "--out"},
                required = true,
                paramLabel = "FILE",
                description = "The file to write; its ending decides: .xlsx or .json.")
        private Path file = Path.of("");

        @Override
        ExitCode run() throws Exception {
            String shown = Text.printable(file.toString());
            SheetFormat format = SheetFormat.of(file.toString())
                    .orElseThrow(() -> CliException.usage("a sheet ends with .xlsx or .json, not " + shown + "."));
            LoadedRuleBook book = book();
            List<Input> inputs = inputs(List.of(name));
            if (inputs.size() != 1) {
                throw CliException.usage(
                        "one scenario is written at a time; " + Text.printable(name) + " is a folder.");
            }
            Input input = inputs.get(0);
            ScenarioInputs scenarios = new ScenarioInputs(this, reader(book), ScenarioOverrides.NONE);
            ScenarioResult result = scenarios.result(input).orElse(null);
            if (result instanceof ScenarioResult.Refused refused) {
                printDiagnostic(ProblemText.of(input.displayName(), refused.problems(), "not written"));
            }
            if (!(result instanceof ScenarioResult.Accepted)) {
                return scenarios.code();
            }
            byte[] bytes = input.read().bytes().orElseThrow();
            Node tree = SheetReader.tree(bytes, SheetFormat.ofInput(input.name(), bytes))
                    .orElseThrow();
            byte[] sheet = SheetWriter.write(tree, format, book.book().catalogue(), reader(book), input.parents())
                    .orElseThrow(() -> new CliException(
                            ExitCode.CANNOT_CREATE,
                            shown + " cannot be written: a text is longer than a cell of a workbook."));
            write(file, sheet);
            printInfo("Wrote " + shown + ". Next: " + Hint.started() + " assess " + Text.quoted(file.toString()));
            return ExitCode.SUCCESS;
        }
    }

    /** Writes a file that does not exist. */
    private static void write(Path file, byte[] content) {
        String shown = Text.printable(file.toString());
        try {
            Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException exists) {
            throw new CliException(ExitCode.CANNOT_CREATE, shown + " already exists; nothing was written.");
        } catch (NoSuchFileException missing) {
            throw new CliException(
                    ExitCode.CANNOT_CREATE,
                    shown + " cannot be written: the folder " + file.getParent() + " does not exist.");
        } catch (IOException cannot) {
            throw new CliException(ExitCode.CANNOT_CREATE, shown + " cannot be written.");
        }
    }

    @Command(name = "indicators", description = "List all indicators or those with a word, or show one with its scale.")
    static final class Indicators extends BaseCommand {

        @Parameters(
                arity = "0..1",
                paramLabel = "ID|WORD",
                description =
                        "One indicator, with cut points, anchors and notes; or a part of the ids, labels or groups to list.")
        private @Nullable String id;

        @Mixin
        private ReportFormat format = new ReportFormat();

        @Override
        ExitCode run() throws Exception {
            Catalogue catalogue = book().book().catalogue();
            String wanted = id;
            List<Indicator> one =
                    wanted == null ? List.of() : catalogue.find(wanted).stream().toList();
            List<Indicator> shown =
                    wanted == null ? catalogue.indicators() : one.isEmpty() ? found(wanted, catalogue) : one;
            Function<List<Indicator>, Answer> report = list -> wanted == null
                    ? Answers.indicators(catalogue)
                    : one.isEmpty()
                            ? Answers.found(list, Text.printable(wanted), catalogue)
                            : Answers.indicator(list.get(0), catalogue, Map.of());
            out().print(format.render(shown, ResultDocuments.INDICATORS, report, style()));
            return ExitCode.SUCCESS;
        }

        /** The indicators whose id, labels or group contain a word. */
        private static List<Indicator> found(String word, Catalogue catalogue) {
            List<Indicator> found = catalogue.indicators().stream()
                    .filter(indicator -> Stream.of(
                                    indicator.id(),
                                    indicator.label(),
                                    indicator.shortLabel(),
                                    indicator.group(),
                                    catalogue.group(indicator.group()).label())
                            .anyMatch(name -> Suggestion.contains(name, word)))
                    .toList();
            if (found.isEmpty()) {
                throw CliException.unknown("indicator " + Text.printable(word), word, catalogue.ids());
            }
            return found;
        }
    }

    @Command(
            name = "schema",
            description =
                    "Print the JSON Schema of a scenario, a case, a panel of judged worlds or the output of a command.")
    static final class Schema extends BaseCommand {

        /** The names of the documents, for help and completion. */
        static final class Names extends ArrayList<String> {
            Names() {
                super(InputSchemas.NAMES);
                addAll(ResultDocuments.names());
            }
        }

        @Parameters(
                arity = "1",
                paramLabel = "NAME",
                completionCandidates = Names.class,
                description = "One of ${COMPLETION-CANDIDATES}.")
        private String name = "";

        @Option(
                names = "--fields",
                description =
                        "Print the fields of an output, and the columns of its CSV, and what they mean, in Markdown.")
        private boolean fields;

        @Override
        ExitCode run() throws Exception {
            boolean input = InputSchemas.NAMES.contains(name);
            if (fields && input) {
                throw CliException.usage("--fields is for outputs, not for " + name + ".");
            }
            if (input) {
                out().print(InputSchemas.named(name, book().book()).orElseThrow());
                return ExitCode.SUCCESS;
            }
            ResultDocument<?> document = ResultDocuments.find(name)
                    .orElseThrow(() -> CliException.unknown("schema " + Text.printable(name), name, new Names()));
            out().print(fields ? document.fields() : document.schema());
            if (fields) {
                ResultTable.of(name).forEach(table -> out().print("\n" + table.dictionary()));
            }
            return ExitCode.SUCCESS;
        }
    }
}

package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.ProblemText;
import entente.cli.usage.ReportFormat;
import entente.quality.cases.CaseFiles;
import entente.quality.cases.CaseReport;
import entente.quality.cases.RuleCase;
import entente.report.json.CaseJson;
import entente.report.text.CaseText;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.FolderScenarioSource;
import entente.scoring.Assessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = "Run the cases of the rule book, and list the rules and thresholds that no case covers.")
final class RulesTestCommand extends BaseCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "CASE",
            description = "Case files without .json, or single entries as FILE/RULE. Default: all.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "List passed cases and every gap as well.")
    private boolean all;

    @Mixin
    private ReportFormat.TextOrJson format = new ReportFormat.TextOrJson();

    @Override
    ExitCode run() throws Exception {
        LoadedRuleBook book = book();
        CaseFiles files = files(this, book);
        if (files.isEmpty()) {
            throw new CliException(
                    ExitCode.NO_INPUT,
                    "the rule book has no cases: not found: " + CaseFiles.folder(rulesFolder()) + ".");
        }
        List<RuleCase> wanted = selected(files);
        Assessor assessor = new Assessor(book);
        CaseReport report = new CaseReport(
                book.book().version(),
                book.book().sha256(),
                wanted.stream().map(one -> one.run(assessor)).toList(),
                files.refused().stream().filter(file -> isSelected(file.name())).toList(),
                names.isEmpty() ? Optional.of(CaseReport.gaps(book.book(), assessor, wanted)) : Optional.empty());
        if (format.json()) {
            out().print(CaseJson.DOCUMENT.pretty(report));
        } else {
            if (!report.results().isEmpty()) {
                out().print(new CaseText(style(), all).write(report));
            }
            report.refused().forEach(file -> printDiagnostic(ProblemText.of(file.name(), file.problems(), "not run")));
        }
        ExitCode code = report.failed().isEmpty() ? ExitCode.SUCCESS : ExitCode.PARTIAL;
        return report.refused().isEmpty() ? code : ExitCode.INPUT_INVALID;
    }

    /** The cases of the rule book; empty if the folder does not exist. */
    static CaseFiles files(BaseCommand command, LoadedRuleBook book) {
        Path folder = CaseFiles.folder(command.rulesFolder());
        return Files.isDirectory(folder)
                ? CaseFiles.read(
                        folder,
                        book.book(),
                        new FolderScenarioSource(List.of(command.home().scenarios())))
                : new CaseFiles(List.of(), List.of());
    }

    private boolean isSelected(String file) {
        return names.isEmpty()
                || names.stream().anyMatch(name -> file.equals(name + ".json") || name.startsWith(stem(file) + "/"));
    }

    private static String stem(String file) {
        return file.substring(0, file.length() - ".json".length());
    }

    private List<RuleCase> selected(CaseFiles files) {
        TreeSet<String> known = new TreeSet<>();
        files.cases().forEach(one -> known.addAll(List.of(one.id(), one.file())));
        files.refused().forEach(file -> known.add(stem(file.name())));
        for (String name : names) {
            boolean inRefused = files.refused().stream().anyMatch(file -> name.startsWith(stem(file.name()) + "/"));
            if (!known.contains(name) && !inRefused) {
                throw CliException.unknown("case " + name, name, known);
            }
        }
        return files.cases().stream()
                .filter(one -> names.isEmpty() || names.contains(one.id()) || names.contains(one.file()))
                .toList();
    }
}

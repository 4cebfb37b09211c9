package entente.cli;

import entente.cli.io.ExitCode;
import entente.quality.lint.GeneratedFile;
import entente.quality.lint.LintReport;
import entente.quality.lint.Linter;
import entente.report.json.InputSchemas;
import entente.report.json.LintJson;
import entente.report.media.ReportRenderer;
import entente.report.question.RuleBookReport;
import entente.report.sarif.LintSarif;
import entente.report.text.LintText;
import entente.rulebook.LoadedRuleBook;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "lint", description = "Static checks of the rule book: rules without effect, signs, gaps, sources.")
final class RulesLintCommand extends BaseCommand {

    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    @Option(names = "--all", description = "List every note, not only their number.")
    private boolean all;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or sarif. Default: text.")
    private Format format = Format.TEXT;

    @Override
    ExitCode run() throws Exception {
        LintReport report = report();
        String shown = rulesName();
        out().print(
                        switch (format) {
                            case TEXT -> new LintText(style(), shown, all).write(report);
                            case JSON -> LintJson.DOCUMENT.pretty(report);
                            case SARIF -> new LintSarif(shown).write(report);
                        });
        return report.book().isEmpty() ? ExitCode.CONFIGURATION : report.clean() ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private LintReport report() throws Exception {
        try {
            LoadedRuleBook book = book();
            return Linter.lint(
                    book,
                    RuleBooks.locations(rulesFolder()),
                    RulesTestCommand.files(this, book).cases(),
                    generatedFiles(book));
        } catch (RuleBookException wrong) {
            return Linter.invalid(wrong.faults());
        }
    }

    /** The files derived from the book, where they exist: its reference page, and the schema for scenarios beside it. */
    private List<GeneratedFile> generatedFiles(LoadedRuleBook open) throws IOException {
        String schema = "../scenarios/scenario.schema.json";
        Optional<GeneratedFile> page = content("README.md")
                .filter(RuleBookReport::isGenerated)
                .map(text -> new GeneratedFile(
                        "README.md",
                        "rules list --format md",
                        text,
                        ReportRenderer.MD.render(RuleBookReport.of(open.book(), open.inventory()), style())));
        Optional<GeneratedFile> scenarioSchema = content(schema)
                .map(text -> new GeneratedFile(
                        schema,
                        "scenario schema scenario",
                        text,
                        InputSchemas.scenario(
                                open.book().catalogue(), open.book().switchableIds())));
        return Stream.of(page, scenarioSchema).flatMap(Optional::stream).toList();
    }

    private Optional<String> content(String name) throws IOException {
        Path file = rulesFolder().resolve(name);
        return Files.isRegularFile(file)
                ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}

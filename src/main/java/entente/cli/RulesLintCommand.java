package entente.cli;

import entente.cli.io.ExitCode;
import entente.cli.usage.ReportFormat;
import entente.quality.lint.LintReport;
import entente.quality.lint.Linter;
import entente.quality.lint.Linter.GeneratedFile;
import entente.report.json.InputSchemas;
import entente.report.json.LintJson;
import entente.report.markdown.MarkdownRenderer;
import entente.report.question.Answers;
import entente.report.text.LintText;
import entente.report.wording.RuleText.RuleBookText;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "lint",
        description = "Static checks of the rule book: contradictions, rules without effect, signs, sources.")
final class RulesLintCommand extends BaseCommand {

    @Option(names = "--all", description = "List the findings that a comment allows, not only their number.")
    private boolean all;

    @Mixin
    private ReportFormat.TextOrJson format = new ReportFormat.TextOrJson();

    @Override
    ExitCode run() throws Exception {
        LintReport report = report();
        out().print(
                        format.json()
                                ? LintJson.DOCUMENT.pretty(report)
                                : new LintText(style(), rulesName(), all).write(report));
        return report.book().isEmpty() ? ExitCode.CONFIGURATION : report.clean() ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private LintReport report() throws Exception {
        try {
            LoadedRuleBook book = book();
            return Linter.lint(book, RuleBooks.locations(rulesFolder()), generatedFiles(book));
        } catch (RuleBookException wrong) {
            return Linter.invalid(wrong.faults());
        }
    }

    /** The files derived from the book, where they exist: its reference page, and the schema for scenarios beside it. */
    private List<GeneratedFile> generatedFiles(LoadedRuleBook open) throws IOException {
        String schema = "../scenarios/scenario.schema.json";
        Optional<GeneratedFile> page = content("README.md")
                .filter(RuleBookText::isGenerated)
                .map(text -> new GeneratedFile(
                        "README.md",
                        "rules list --format md",
                        text,
                        MarkdownRenderer.render(Answers.rules(open.book(), open.inventory()))));
        Optional<GeneratedFile> scenarioSchema = content(schema)
                .map(text -> new GeneratedFile(
                        schema,
                        "schema scenario",
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

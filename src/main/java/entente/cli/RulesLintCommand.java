package entente.cli;

import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.Terminal;
import entente.quality.lint.LintReport;
import entente.quality.lint.Linter;
import entente.report.json.LintJson;
import entente.report.sarif.LintSarif;
import entente.report.text.LintText;
import entente.rulebook.RuleBookException;
import entente.rulebook.RuleBooks;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "lint", description = "Static checks of the rule book: rules without effect, signs, gaps, sources.")
final class RulesLintCommand extends BaseCommand {

    /** Output formats. */
    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    @Option(names = "--all", description = "List every note, not only their number.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, json or sarif. Default: text.")
    private Format format = Format.TEXT;

    RulesLintCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        LintReport report = report();
        Path folder = rulesFolder();
        String shown = folder.equals(home().rules()) ? "rules" : folder.toString();
        out().print(
                        switch (format) {
                            case TEXT -> new LintText(style(), shown, all).write(report);
                            case JSON -> LintJson.write(report);
                            case SARIF -> LintSarif.write(report, shown);
                        });
        return report.book().isEmpty() ? ExitCode.CONFIGURATION : report.clean() ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private LintReport report() throws Exception {
        try {
            return Linter.lint(book(), RuleBooks.locations(rulesFolder()));
        } catch (RuleBookException wrong) {
            return Linter.invalid(wrong.faults());
        }
    }
}

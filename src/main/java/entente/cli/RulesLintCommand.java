package entente.cli;

import entente.briefing.LintText;
import entente.domain.LintReport;
import entente.json.LintJson;
import entente.json.LintSarif;
import entente.rules.RuleBookException;
import entente.rules.RuleBooks;
import entente.upkeep.Lint;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "lint",
        description = "What in a sound rule book is still odd: rules that never matter, signs, gaps, sources.")
final class RulesLintCommand extends Verb {

    /** How findings are written. */
    enum Format {
        TEXT,
        JSON,
        SARIF
    }

    @Option(names = "--all", description = "Every note, not only how many there are.")
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
        return report.book().isEmpty() ? ExitCode.CONFIGURATION : report.clean() ? ExitCode.DONE : ExitCode.PARTIAL;
    }

    private LintReport report() throws Exception {
        try {
            return Lint.of(book(), RuleBooks.places(rulesFolder()));
        } catch (RuleBookException wrong) {
            return Lint.broken(wrong.faults());
        }
    }
}

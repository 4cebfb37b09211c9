package entente.cli;

import entente.cli.io.ExitCode;
import entente.cli.io.Home;
import entente.cli.io.Terminal;
import entente.model.rule.RuleBook;
import entente.report.json.CaseSchema;
import entente.report.json.Schemas;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "schema",
        description = "JSON Schema of a scenario or a case, for editors, or of what a verb writes, for programs.")
final class SchemaCommand extends BaseCommand {

    /** What there is a schema of. */
    enum Kind {
        SCENARIO,
        ASSESSMENT,
        EXPLANATION,
        FLIP,
        VALIDATION,
        INDICATORS,
        RULES,
        CASE,
        RULES_TEST,
        BACKTEST,
        SENSITIVITY,
        LINT,
        RULES_COVERAGE,
        VERIFICATION,
        COMPARISON,
        BOOK_COMPARISON,
        RULES_DIFF;

        /** As it is written on a command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(arity = "1", paramLabel = "NAME", description = "Of what: ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.SCENARIO;

    SchemaCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        if (kind == Kind.SCENARIO) {
            RuleBook book = book().book();
            out().print(Schemas.scenario(book.catalogue(), book.switchableIds()));
        } else if (kind == Kind.CASE) {
            out().print(CaseSchema.of(book().book()));
        } else {
            out().print(Schemas.of(kind.toString()));
        }
        return ExitCode.SUCCESS;
    }
}

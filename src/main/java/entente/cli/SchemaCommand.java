package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.model.rule.RuleBook;
import entente.report.json.CaseSchema;
import entente.report.json.InputSchemas;
import entente.report.json.ResultDocument;
import entente.report.json.ResultDocuments;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "schema", description = "Print the JSON Schema of a scenario, a case or the output of a command.")
final class SchemaCommand extends BaseCommand {

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
        EXPLORATION,
        SERIES,
        BRIEFING,
        COMBINED_BRIEFING,
        EDITION,
        RESOLUTION,
        TRACK_RECORD,
        LINT,
        VERIFICATION,
        COMPARISON,
        RULES_DIFF;

        /** The name on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Parameters(arity = "1", paramLabel = "NAME", description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind kind = Kind.SCENARIO;

    @Option(names = "--fields", description = "Print the fields of an output and what they mean, in Markdown.")
    private boolean fields;

    @Override
    ExitCode run() throws Exception {
        if (fields && (kind == Kind.SCENARIO || kind == Kind.CASE)) {
            throw CliException.usage("--fields is for outputs, not for " + kind + ".");
        }
        if (kind == Kind.SCENARIO) {
            RuleBook book = book().book();
            out().print(InputSchemas.scenario(book.catalogue(), book.switchableIds()));
        } else if (kind == Kind.CASE) {
            out().print(CaseSchema.of(book().book()));
        } else {
            ResultDocument<?> document = ResultDocuments.find(kind.toString()).orElseThrow();
            out().print(fields ? document.fields() : document.schema());
        }
        return ExitCode.SUCCESS;
    }
}

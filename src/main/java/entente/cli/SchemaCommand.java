package entente.cli;

import entente.domain.RuleBook;
import entente.json.Schemas;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "schema", description = "JSON Schema of a scenario, for editors, or of an assessment, for programs.")
final class SchemaCommand extends Verb {

    /** What there is a schema of. */
    enum Kind {
        SCENARIO,
        ASSESSMENT
    }

    @Parameters(arity = "1", paramLabel = "scenario|assessment", description = "Which schema.")
    private Kind kind = Kind.SCENARIO;

    SchemaCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        if (kind == Kind.ASSESSMENT) {
            out().print(Schemas.assessment());
        } else {
            RuleBook book = book().book();
            out().print(Schemas.scenario(book.catalogue(), book.switches()));
        }
        return ExitCode.DONE;
    }
}

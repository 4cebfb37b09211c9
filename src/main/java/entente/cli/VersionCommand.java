package entente.cli;

import entente.domain.Engine;
import entente.domain.RuleBook;
import picocli.CommandLine.Command;

@Command(name = "version", description = "Which engine and which rule book this is.")
final class VersionCommand extends Verb {

    VersionCommand(Terminal terminal, Home home) {
        super(terminal, home);
    }

    @Override
    ExitCode run() throws Exception {
        RuleBook book = book().book();
        out().print("Entente " + Engine.VERSION + "\nRules " + book.version() + " " + book.sha256() + "\nJava "
                + Runtime.version().feature() + "\n");
        return ExitCode.DONE;
    }
}

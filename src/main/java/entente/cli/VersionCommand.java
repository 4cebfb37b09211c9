package entente.cli;

import entente.cli.io.ExitCode;
import entente.model.Engine;
import entente.model.rule.RuleBook;
import picocli.CommandLine.Command;

@Command(name = "version", description = "Print the versions of engine, rule book and Java.")
final class VersionCommand extends BaseCommand {

    @Override
    ExitCode run() throws Exception {
        RuleBook book = book().book();
        out().print("Entente " + Engine.VERSION + "\nRules " + book.version() + " " + book.sha256() + "\nJava "
                + Runtime.version().feature() + "\n");
        return ExitCode.SUCCESS;
    }
}

package entente.cli;

import entente.cli.io.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "completion", description = "Print a completion script for bash and zsh.")
final class CompletionCommand extends BaseCommand {

    @Spec
    private CommandSpec spec;

    @Override
    ExitCode run() {
        out().print(AutoComplete.bash("entente", spec.root().commandLine()));
        return ExitCode.SUCCESS;
    }
}

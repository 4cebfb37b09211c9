package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only groups others. */
@Command(commandListHeading = "%nCommands:%n")
abstract class GroupCommand extends BaseCommand {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    ExitCode run() {
        String commands = spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .map(CommandSpec::name)
                .collect(Collectors.joining(", "));
        throw CliException.usage(spec.name() + " needs a command, one of " + commands + ".");
    }
}

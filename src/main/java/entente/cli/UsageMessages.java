package entente.cli;

import entente.document.Suggestion;
import entente.report.form.Hint;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the parser of the command line refuses, in its words; to unknown names similar ones are suggested. */
final class UsageMessages {

    private UsageMessages() {}

    /** The message without the program's name in front. */
    static String of(ParameterException refused) {
        String message = String.valueOf(refused.getMessage()).replaceFirst("^Error: ", "");
        if (!(refused instanceof UnmatchedArgumentException unmatched)) {
            return message;
        }
        CommandSpec command = refused.getCommandLine().getCommandSpec();
        Stream<String> commands = command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(known -> !known.usageMessage().hidden())
                .map(CommandSpec::name);
        List<String> known = Stream.concat(command.options().stream().map(OptionSpec::longestName), commands)
                .toList();
        return message + "."
                + Suggestion.sentence(unmatched.getUnmatched().get(0).split("=", 2)[0], known);
    }

    static String help(CommandSpec command) {
        String path = command.qualifiedName(" ");
        int root = command.root().name().length();
        return "Help: " + Hint.started() + path.substring(root) + " --help";
    }
}

package entente.cli;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Band;
import entente.report.form.Hint;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the parser of the command line refuses: its own words, but for unknown names, to which similar ones are suggested. */
final class UsageMessages {

    private UsageMessages() {}

    /** The message without the program's name in front. */
    static String of(ParameterException refused) {
        CommandSpec command = refused.getCommandLine().getCommandSpec();
        if (refused instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command);
        }
        ArgSpec argument = refused.getArgSpec();
        String value = refused.getValue();
        if (argument != null && value != null) {
            Class<?> type = argument.isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
            if (type.isEnum()) {
                return invalid(argument, type, value);
            }
            if (type == LocalDate.class) {
                return name(argument) + " must be a date such as 2026-12-31, not " + Text.printable(value) + ".";
            }
        }
        return String.valueOf(refused.getMessage()).replaceFirst("^Error: ", "");
    }

    /** Where the ids of indicators are listed, on a line of its own. */
    public static String indicators() {
        return "\nIndicators: " + Hint.started() + " scenario indicators";
    }

    /** An unknown id of an indicator, with similar ones and where all are listed. */
    public static CliException unknownIndicator(String what, String id, Collection<String> known) {
        return CliException.usage(CliException.unknown(what, id, known).getMessage() + indicators());
    }

    public static String help(CommandSpec command) {
        String path = command.qualifiedName(" ");
        int root = command.root().name().length();
        return "Help: " + Hint.started() + path.substring(root) + " --help";
    }

    private static String unmatched(UnmatchedArgumentException refused, CommandSpec command) {
        String word = refused.getUnmatched().get(0);
        String shown = Text.printable(word);
        if (refused.isUnknownOption()) {
            String option = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            List<String> options = command.options().stream()
                    .filter(known -> !known.hidden())
                    .map(OptionSpec::longestName)
                    .toList();
            String similar = Suggestion.sentence(option, options);
            String bare = option.replaceFirst("^-+", "");
            return "there is no option " + Text.printable(option) + "."
                    + (similar.isEmpty() ? Suggestion.sentence(bare, options) : similar);
        }
        if (!command.subcommands().isEmpty()) {
            List<String> commands = Stream.concat(
                            command.subcommands().values().stream(),
                            command.subcommands().values().stream()
                                    .flatMap(group -> group.getSubcommands().values().stream()))
                    .filter(known -> !known.getCommandSpec().usageMessage().hidden())
                    .map(known -> known.getCommandSpec().qualifiedName(" "))
                    .map(path -> path.substring(command.qualifiedName(" ").length() + 1))
                    .toList();
            return "there is no command " + shown + "." + Suggestion.sentence(word, commands);
        }
        return command.qualifiedName(" ").replaceFirst("^entente ", "") + " does not take the argument " + shown + ".";
    }

    private static String invalid(ArgSpec argument, Class<?> type, String value) {
        List<String> allowed = type == Band.class
                ? Band.names()
                : Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .toList();
        return name(argument) + " must be one of " + String.join(", ", allowed) + ", not " + Text.printable(value) + "."
                + Suggestion.sentence(value, allowed);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}

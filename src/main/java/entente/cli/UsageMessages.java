package entente.cli;

import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Band;
import entente.report.form.Hint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the parser of the command line refuses, in the words of this project: one sentence each. */
@RequiredArgsConstructor
public final class UsageMessages {

    private static final List<Class<?>> WHOLE_NUMBERS = List.of(int.class, Integer.class, long.class, Long.class);

    private final CommandSpec command;
    private final List<String> arguments;

    /** The message without the program's name in front. */
    public String of(ParameterException refused) {
        if (refused instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (refused instanceof MissingParameterException missing) {
            return missing(missing.getMissing());
        }
        if (refused instanceof OverwrittenOptionException repeated) {
            return name(repeated.getOverwritten()) + " can be given only once.";
        }
        if (refused instanceof MutuallyExclusiveArgsException) {
            return command.argGroups().stream()
                    .filter(ArgGroupSpec::exclusive)
                    .findFirst()
                    .map(group -> "only one of " + listed(names(group.args())) + " can be given.")
                    .orElse("these options cannot be given together.");
        }
        ArgSpec argument = refused.getArgSpec();
        return argument == null ? "the arguments are not understood." : invalid(argument, refused.getValue());
    }

    /** Where the ids of indicators are listed, on a line of its own. */
    public static String indicators() {
        return "\nIndicators: " + Hint.started() + " scenario indicators";
    }

    /** An unknown id of an indicator, with similar ones and where all are listed. */
    public static CliException unknownIndicator(String what, String id, Collection<String> known) {
        return CliException.usage(CliException.unknown(what, id, known).getMessage() + indicators());
    }

    /** Where the command is explained. */
    public static String help(CommandSpec command) {
        String path = command.qualifiedName(" ");
        int root = command.root().name().length();
        return "Help: " + Hint.started() + path.substring(root) + " --help";
    }

    private String unmatched(UnmatchedArgumentException refused) {
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
        return commandName() + " does not take the argument " + shown + ".";
    }

    private String missing(List<ArgSpec> missing) {
        if (missing.size() == 1 && missing.get(0) instanceof OptionSpec option && isGiven(option)) {
            return option.longestName() + " needs a value: " + option.paramLabel() + ".";
        }
        ArgGroupSpec group = missing.isEmpty() ? null : missing.get(0).group();
        List<String> names = names(missing);
        return group != null && group.exclusive()
                ? commandName() + " needs one of " + listed(names) + "."
                : commandName() + " needs " + listed(names) + ".";
    }

    private boolean isGiven(OptionSpec option) {
        return arguments.stream()
                .anyMatch(argument -> Stream.of(option.names())
                        .anyMatch(name -> argument.equals(name) || argument.startsWith(name + "=")));
    }

    private static String invalid(ArgSpec argument, @Nullable String value) {
        String not = value == null ? "." : ", not " + Text.printable(value) + ".";
        Class<?> type = argument.isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
        if (Map.class.isAssignableFrom(argument.type())) {
            return name(argument) + " must be " + argument.paramLabel() + not;
        }
        if (type.isEnum()) {
            List<String> allowed = type == Band.class
                    ? Band.names()
                    : Arrays.stream(type.getEnumConstants())
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .toList();
            return name(argument) + " must be one of " + String.join(", ", allowed) + not
                    + (value == null ? "" : Suggestion.sentence(value, allowed));
        }
        if (type == boolean.class || type == Boolean.class) {
            return name(argument) + " takes no value.";
        }
        return WHOLE_NUMBERS.contains(type)
                ? name(argument) + " must be a whole number" + not
                : name(argument) + " must be a " + argument.paramLabel() + not;
    }

    /** Without the program's name. */
    private String commandName() {
        String path = command.qualifiedName(" ");
        int root = command.root().name().length();
        return path.length() > root ? path.substring(root + 1) : path;
    }

    private static List<String> names(Collection<ArgSpec> arguments) {
        List<String> names = new ArrayList<>();
        for (ArgSpec argument : arguments) {
            boolean flag =
                    argument instanceof OptionSpec option && option.arity().max() == 0;
            names.add(argument.isPositional() || flag ? name(argument) : name(argument) + " " + argument.paramLabel());
        }
        return names;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String listed(List<String> names) {
        int end = names.size() - 1;
        return end < 1 ? String.join("", names) : String.join(", ", names.subList(0, end)) + " and " + names.get(end);
    }
}

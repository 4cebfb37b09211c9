package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.Text;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** No message repeats a very long value in full, or a control character, for any option or parameter of any command. */
@Tag("thorough")
class LongArgumentsTest {

    private static final int MOST = 4000;
    private static final String LONG = "a\u001Bb" + "x".repeat(20_000);

    @TempDir
    private static Path folder;

    /** Every command with all options and parameters that take a value, from the parser's model. */
    private static List<List<String>> arguments() throws IOException {
        Files.writeString(folder.resolve("keys"), "");
        List<List<String>> all = new ArrayList<>();
        commands(
                new Cli(new Terminal(System.in, System.out, System.err, false, false), Home.of(folder))
                        .parser()
                        .getCommandSpec(),
                List.of(),
                all);
        assertThat(all).hasSizeGreaterThan(100);
        return all;
    }

    private static void commands(CommandSpec command, List<String> names, List<List<String>> all) {
        for (OptionSpec option : command.options()) {
            if (option.arity().max() > 0) {
                for (String value : List.of(LONG, "trade_grown," + LONG + "=" + LONG)) {
                    all.add(with(command, names, option, value));
                }
            }
        }
        all.add(plus(names, LONG));
        all.add(plus(names, "--" + LONG));
        command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(under -> !under.usageMessage().hidden())
                .distinct()
                .forEach(under -> commands(under, plus(names, under.name()), all));
    }

    /** Adds the other required arguments of the command. */
    private static List<String> with(CommandSpec command, List<String> names, OptionSpec tried, String value) {
        List<String> arguments = new ArrayList<>(names);
        for (OptionSpec other : command.requiredArgs().stream()
                .filter(OptionSpec.class::isInstance)
                .map(OptionSpec.class::cast)
                .toList()) {
            if (!other.equals(tried)) {
                arguments.add(other.longestName());
                arguments.add(
                        other.longestName().equals("--role")
                                ? "reader"
                                : folder.resolve("keys").toString());
            }
        }
        if (command.name().equals("flip") && !List.of("--to", "--up", "--down").contains(tried.longestName())) {
            arguments.add("--up");
        }
        if (!command.positionalParameters().isEmpty()) {
            arguments.add(Shipped.SCENARIOS.resolve("baseline-2018.json").toString());
        }
        arguments.add(tried.longestName());
        arguments.add(value);
        return arguments;
    }

    private static List<String> plus(List<String> names, String more) {
        List<String> all = new ArrayList<>(names);
        all.add(more);
        return all;
    }

    @Test
    void longArgumentsAreShortenedInMessages() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (List<String> arguments : arguments()) {
            Invocation run = Invocation.of(arguments.toArray());
            int written = run.err().length() + (run.code() == 0 ? 0 : run.out().length());
            boolean control = run.err().chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
            if (written > MOST || control) {
                wrong.add(Text.truncateQuotes(String.join(" ", arguments), List.of(LONG)) + ": " + written
                        + " characters");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void ordinaryArgumentIsRepeatedInFull() {
        String path = "/no/such/" + "folder/".repeat(20) + "file.json";
        assertThat(Invocation.of("assess", path).err()).contains(path);
    }
}

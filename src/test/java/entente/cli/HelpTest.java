package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Help texts and suggestions. */
class HelpTest {

    private static final int MAX_COMMANDS = 16;
    private static final int MAX_OPTIONS = 60;
    private static final int MAX_LINES = 40;

    private static final Pattern LISTED = Pattern.compile("(?m)^ {2}([a-z][a-z-]*) +[A-Z]");
    private static final Pattern OPTION = Pattern.compile("(?m)^ {2}(?:-\\w, | {4})(--[a-z-]+)");

    /** The commands that the help lists. */
    static List<String> commands() {
        List<String> commands = new ArrayList<>();
        listed("--help").forEach(command -> {
            commands.add(command);
            listed(command, "--help").forEach(under -> commands.add(command + " " + under));
        });
        return commands;
    }

    private static List<String> listed(Object... help) {
        return LISTED.matcher(Invocation.of(help).out())
                .results()
                .map(line -> line.group(1))
                .toList();
    }

    @Test
    void commandsAndOptionsAreFew() {
        assertThat(listed("--help")).hasSizeBetween(10, MAX_COMMANDS);
        assertThat(Invocation.of("--help").out().lines()).hasSizeLessThanOrEqualTo(MAX_LINES);
        TreeSet<String> options = new TreeSet<>();
        Stream.concat(Stream.of(""), commands().stream())
                .map(command -> (command + " --help").strip().split(" ", -1))
                .forEach(words -> OPTION.matcher(Invocation.of((Object[]) words).out())
                        .results()
                        .forEach(option -> options.add(option.group(1))));
        assertThat(options).contains("--version", "--rules", "--set").hasSizeLessThanOrEqualTo(MAX_OPTIONS);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelp(String command) {
        for (String help : new String[] {"--help", "-h"}) {
            Invocation run = Invocation.of((Object[]) (command + " " + help).split(" ", -1));
            assertThat(run.code()).isZero();
            assertThat(run.out()).startsWith("Usage: entente " + command).contains("--rules");
            assertThat(run.out().lines()).allMatch(l -> l.length() <= 80);
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void rootListsFirstWhatAnAnalystNeedsFirst() {
        Invocation run = Invocation.of("--help");
        assertThat(listed("--help"))
                .startsWith("assess", "explain", "flip", "sensitivity", "compare", "validate", "scenario", "brief");
        assertThat(run.out()).contains("\nAnalysis:\n", "\nAutomation and service:\n");
        assertThat(commands())
                .contains("scenario init", "editions verify", "keys add")
                .doesNotContain("rules compile");
        assertThat(Invocation.of()).isEqualTo(new Invocation(64, "", run.out()));
    }

    @ParameterizedTest
    @CsvSource({
        "asess, assess, entente --help",
        "explian, explain, entente --help",
        "init, scenario init, entente --help",
        "rules shwo, show, entente rules --help",
        "assess, , entente assess --help",
        "rules show, , entente rules show --help"
    })
    void closestCommandIsSuggested(String line, String meant, String help) {
        Invocation run = Invocation.of((Object[]) line.split(" ", -1));
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).startsWith("entente: ").endsWith("\nHelp: ./" + help + "\n");
        if (meant != null) {
            assertThat(run.err()).contains("Did you mean " + meant + "?");
        }
    }

    @Test
    void colourIsForTerminalsOnly() {
        assertThat(Invocation.of("--help").out()).doesNotContain("\u001B");
        assertThat(Invocation.of("assess", Invocation.BASELINE).out()).doesNotContain("\u001B");
        assertThat(Invocation.onTerminal("assess", Invocation.BASELINE, "--format", "json")
                        .out())
                .doesNotContain("\u001B");
        assertThat(Invocation.onTerminal("assess", Invocation.BASELINE, "--format", "csv")
                        .out())
                .doesNotContain("\u001B");
    }
}

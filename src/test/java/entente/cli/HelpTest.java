package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Help texts and suggestions. */
class HelpTest {

    /** The commands that the help lists. */
    static List<String> commands() {
        List<String> commands = new ArrayList<>();
        listed("--help").forEach(command -> {
            commands.add(command);
            if (Invocation.of(command, "--help").out().contains("\nCommands:\n")) {
                listed(command, "--help").forEach(under -> commands.add(command + " " + under));
            }
        });
        return commands;
    }

    private static List<String> listed(Object... help) {
        String all = Invocation.of(help).out();
        return all.substring(all.indexOf("\nCommands:\n") + "\nCommands:\n".length())
                .lines()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.matches(" {2}\\w.*"))
                .map(line -> line.strip().split(" ", -1)[0])
                .toList();
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
    void rootListsEveryPublicCommand() {
        Invocation run = Invocation.of("--help");
        assertThat(run.out())
                .contains("assess", "explain", "validate", "indicators", "rules", "schema", "init", "version")
                .contains("flip", "sensitivity", "compare", "backtest", "verify")
                .doesNotContain("compile");
        assertThat(Invocation.of()).isEqualTo(new Invocation(64, "", run.out()));
    }

    @ParameterizedTest
    @CsvSource({
        "asess, assess, entente --help",
        "explian, explain, entente --help",
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

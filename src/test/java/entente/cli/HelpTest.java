package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever asks is shown; whoever errs is shown the way. */
class HelpTest {

    /** As the help itself lists them, so that none is forgotten here. */
    static List<String> verbs() {
        List<String> verbs = new ArrayList<>();
        listed("--help").forEach(verb -> {
            verbs.add(verb);
            if (Invocation.of(verb, "--help").out().contains("\nVerbs:\n")) {
                listed(verb, "--help").forEach(under -> verbs.add(verb + " " + under));
            }
        });
        return verbs;
    }

    private static List<String> listed(Object... help) {
        String all = Invocation.of(help).out();
        return all.substring(all.indexOf("\nVerbs:\n") + "\nVerbs:\n".length())
                .lines()
                .takeWhile(line -> !line.isBlank())
                .filter(line -> line.matches(" {2}\\w.*"))
                .map(line -> line.strip().split(" ", -1)[0])
                .toList();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbExplainsItself(String verb) {
        for (String help : new String[] {"--help", "-h"}) {
            Invocation run = Invocation.of((Object[]) (verb + " " + help).split(" ", -1));
            assertThat(run.code()).isZero();
            assertThat(run.out()).startsWith("Usage: entente " + verb).contains("--rules");
            assertThat(run.out().lines()).allMatch(l -> l.length() <= 80);
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void theRootShowsEveryVerbButThoseForTheLauncher() {
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
    void whatWasMeantIsSuggested(String line, String meant, String help) {
        Invocation run = Invocation.of((Object[]) line.split(" ", -1));
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).startsWith("entente: ").endsWith("Try: " + help + "\n");
        if (meant != null) {
            assertThat(run.err()).contains("Did you mean: ").contains(meant);
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

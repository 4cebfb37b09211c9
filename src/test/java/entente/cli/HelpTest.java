package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.Text;
import entente.testkit.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

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
        return LISTED.matcher(Invocation.output(help))
                .results()
                .map(line -> line.group(1))
                .toList();
    }

    @Test
    void commandsAndOptionsAreFew() {
        assertThat(listed("--help")).hasSizeBetween(10, MAX_COMMANDS);
        assertThat(Invocation.output("--help").lines()).hasSizeLessThanOrEqualTo(MAX_LINES);
        TreeSet<String> options = new TreeSet<>();
        Stream.concat(Stream.of(""), commands().stream())
                .map(command -> (command + " --help").strip().split(" ", -1))
                .forEach(words -> OPTION.matcher(Invocation.output((Object[]) words))
                        .results()
                        .forEach(option -> options.add(option.group(1))));
        assertThat(options).contains("--version", "--rules", "--set").hasSizeLessThanOrEqualTo(MAX_OPTIONS);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelp(String command) {
        for (String help : new String[] {"--help", "-h"}) {
            Invocation run = Invocation.of((Object[]) (command + " " + help).split(" ", -1))
                    .ok();
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

    @Test
    void colourIsForTerminalsOnly() {
        for (Invocation plain : List.of(
                Invocation.of("--help"),
                Invocation.of("assess", Invocation.BASELINE),
                Invocation.onTerminal("assess", Invocation.BASELINE, "--format", "json"),
                Invocation.onTerminal("assess", Invocation.BASELINE, "--format", "csv"))) {
            assertThat(plain.out()).isNotEmpty().doesNotContain("\u001B");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    asess | 'asess'. Did you mean assess? | ./entente
                    rules shwo | 'shwo'. Did you mean show? | ./entente rules
                    assess x --fromat json | Unknown option… '--fromat'… Did you mean --format? | ./entente assess
                    assess x --fromat=json | Unknown option: '--fromat=json'. Did you mean --format? | ./entente assess
                    assess | Missing required parameter: … | ./entente assess
                    rules list please | Unmatched argument… 'please'. | ./entente rules list
                    flip a b --up | Unmatched argument… 'b'. | ./entente flip
                    flip x | Missing required argument (specify one of these): (--to=BAND … --up … --down); BAND is one of …, roughly_even, … | ./entente flip
                    flip x --up --down | --up, --down are mutually exclusive (specify only one) | ./entente flip
                    keys add name | Missing required options: '--keys=FILE', '--role=ROLE' | ./entente keys add
                    flip scenarios --up | scenarios is a folder; this command takes one scenario. | ./entente flip
                    rules diff a b c d | takes at most two rule books, not 4. | ./entente rules diff
                    flip x --to | Missing required parameter for option '--to' (BAND); BAND is one of …, roughly_even, … | ./entente flip
                    assess x --set | Missing required parameter for option '--set' (ID=VALUE) | ./entente assess
                    assess x --quiet=maybe | Invalid value for option '--quiet': 'maybe' is not a boolean | ./entente assess
                    compare x y --exit-code --exit-code | option '--exit-code' should be specified only once | ./entente compare
                    flip x --up --max-size many | Invalid value for option '--max-size': 'many' is not an int | ./entente flip
                    flip x --up --format htm | Invalid value for option '--format'… expected one of … HTML … but was 'htm' | ./entente flip
                    scenario schema verification2 | there is no schema verification2. Did you mean verification? | ./entente scenario schema
                    assess x --fail-on likly | Invalid value for option '--fail-on': likly is none of below_one_percent, almost_no_chance, very_unlikely, unlikely, roughly_even, likely, very_likely, almost_certain. Did you mean likely? | ./entente assess
                    assess x --format jsn | --format must be one of text, json, ndjson, csv, md, html, not jsn. Did you mean json? | ./entente assess
                    rules show no_swich | there is no rule "no_swich". Did you mean no_switch? | ./entente rules show
                    scenario indicators us_avg_tarif_on_prc_pct | there is no indicator us_avg_tarif_on_prc_pct. Did you mean us_avg_tariff_on_prc_pct? | ./entente scenario indicators
                    scenario indicators us | there is no indicator us. | ./entente scenario indicators
                    """)
    void usageErrorIsOneLineWithAHelpReference(String line, String sentence, String command) {
        Invocation run = Invocation.of((Object[]) line.split(" ", -1)).refused(64);
        assertThat(run.err().lines().toList()).hasSize(2);
        String first = run.err().lines().findFirst().orElseThrow();
        assertThat(first).startsWith("entente: ");
        for (String part : sentence.split("…", -1)) {
            assertThat(first).contains(part.strip());
        }
        assertThat(run.err()).endsWith("\nHelp: " + command + " --help\n");
    }

    private static final int MOST = 4000;

    private static final String LONG = "a\u001Bb" + "x".repeat(20_000);

    @TempDir
    private static Path folder;

    /** Every command with all options and parameters that take a value, from the parser's model. */
    private static List<List<?>> arguments() throws IOException {
        Files.writeString(folder.resolve("keys"), "");
        List<List<?>> all = new ArrayList<>();
        argumentsOf(
                new Cli(new Terminal(System.in, System.out, System.err, false, false), Home.of(folder))
                        .parser()
                        .getCommandSpec(),
                List.of(),
                all);
        assertThat(all).hasSizeGreaterThan(100);
        return all;
    }

    private static void argumentsOf(CommandSpec command, List<?> names, List<List<?>> all) {
        for (OptionSpec option : command.options()) {
            if (option.arity().max() > 0) {
                for (String value : List.of(LONG, "trade_grown," + LONG + "=" + LONG)) {
                    all.add(List.of(names, others(command, option), option.longestName(), value));
                }
            }
        }
        all.add(List.of(names, LONG));
        all.add(List.of(names, "--" + LONG));
        command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(under -> !under.usageMessage().hidden())
                .distinct()
                .forEach(under -> argumentsOf(under, List.of(names, under.name()), all));
    }

    /** The other required arguments of the command. */
    private static List<Object> others(CommandSpec command, OptionSpec tried) {
        List<Object> others = new ArrayList<>();
        for (ArgSpec required : command.requiredArgs()) {
            if (required instanceof OptionSpec other && !other.equals(tried)) {
                String name = other.longestName();
                others.add(List.of(name, name.equals("--role") ? "reader" : folder.resolve("keys")));
            }
        }
        if (command.name().equals("flip") && !List.of("--to", "--up", "--down").contains(tried.longestName())) {
            others.add("--up");
        }
        if (!command.positionalParameters().isEmpty()) {
            others.add(Invocation.BASELINE);
        }
        return others;
    }

    @Tag("thorough")
    @Test
    void longArgumentsAreShortenedInMessages() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (List<?> arguments : arguments()) {
            Invocation run = Invocation.of(arguments);
            int written = run.err().length() + (run.code() == 0 ? 0 : run.out().length());
            boolean control = run.err().chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
            if (written > MOST || control) {
                wrong.add(Text.diagnostic(arguments.toString()) + ": " + written + " characters");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Tag("thorough")
    @Test
    void ordinaryArgumentIsRepeatedInFull() {
        String path = "/no/such/" + "folder/".repeat(20) + "file.json";
        assertThat(Invocation.of("assess", path).err()).contains(path);
    }
}

package entente.cli;

import entente.report.form.Hint;
import entente.rulebook.LoadedRuleBook;
import entente.scenario.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command with options that change every scenario that it reads. */
abstract class ScenarioCommand extends BaseCommand {

    @Option(
            names = "--set",
            paramLabel = "ID=VALUE",
            description = {
                "Set a reading to a number or to unknown. Repeatable. An uncertain one: 5..25 for a range, 5..15..25 with",
                "its most probable value, LOW:0.3,HIGH:0.7 for grades with weights, any for all grades alike."
            })
    private List<String> sets = new ArrayList<>();

    @Option(names = "--assumptions", paramLabel = "FILE", description = "Assumptions that override the scenario's own.")
    private @Nullable Path assumptions;

    @Option(
            names = "--without",
            paramLabel = "ID",
            split = ",",
            description = "Disable a rule, a ceiling or a group, all barriers or all drivers. Repeatable.")
    private List<String> without = new ArrayList<>();

    @Option(
            names = "--reference-class",
            paramLabel = "ID",
            description = "Start from the base rate of another class of pairs of powers, such as since-1946.")
    private @Nullable String referenceClass;

    ScenarioOverrides overrides() {
        Optional<byte[]> content = Optional.empty();
        if (assumptions != null) {
            Input.Content given = Input.read(assumptions);
            content = given.bytes();
            if (content.isEmpty()) {
                throw new CliException(
                        ExitCode.NO_INPUT,
                        given.fault()
                                .map(fault -> assumptions + ": " + fault + ".")
                                .orElse("there is no assumptions file " + assumptions + "."));
            }
        }
        Optional<String> name = Optional.ofNullable(assumptions).map(Path::toString);
        return new ScenarioOverrides(byId(sets), content, name, without, Optional.ofNullable(referenceClass));
    }

    /** The values of ID=VALUE by their ids, in the order of the command line; blank where only the id is given. */
    static Map<String, List<String>> byId(List<String> options) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String option : options) {
            String[] pair = option.split("=", 2);
            values.computeIfAbsent(pair[0], none -> new ArrayList<>()).add(pair.length == 1 ? "" : pair[1]);
        }
        return values;
    }

    /** Names an input in proposed commands, with the options that changed it. */
    final Hint hint(String input) {
        List<String> options = new ArrayList<>();
        sets.forEach(set -> options.addAll(List.of("--set", set)));
        without.forEach(id -> options.addAll(List.of("--without", id)));
        if (assumptions != null) {
            options.addAll(List.of("--assumptions", assumptions.toString()));
        }
        if (referenceClass != null) {
            options.addAll(List.of("--reference-class", referenceClass));
        }
        options.addAll(rulesOption());
        return hint(input, options);
    }

    /** Reads the inputs with the changes. */
    ScenarioInputs read(LoadedRuleBook book, List<Input> inputs) {
        return new ScenarioInputs(this, reader(book), overrides()).readAll(inputs);
    }
}

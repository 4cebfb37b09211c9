package entente.cli;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import entente.cli.io.InputFile;
import entente.scenario.ScenarioOverrides;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the caller changes of every scenario that is read. */
final class ScenarioChanges {

    @Option(
            names = "--set",
            paramLabel = "ID=VALUE",
            description = "Read this indicator so: a number or unknown. Repeatable.")
    private Map<String, String> sets = new LinkedHashMap<>();

    @Option(names = "--assumptions", paramLabel = "FILE", description = "Assumptions to lay over the scenario's own.")
    private @Nullable Path assumptions;

    @Option(
            names = "--without",
            paramLabel = "ID",
            split = ",",
            description = "Switch off a rule, a ceiling or a whole group. Repeatable.")
    private List<String> without = new ArrayList<>();

    ScenarioOverrides overrides() {
        Optional<byte[]> given = Optional.empty();
        if (assumptions != null) {
            InputFile.Content content = InputFile.read(assumptions);
            given = content.bytes();
            if (given.isEmpty()) {
                throw new CliException(
                        ExitCode.NO_INPUT,
                        content.fault()
                                .map(fault -> assumptions + ": " + fault + ".")
                                .orElse("there are no assumptions at " + assumptions + "."));
            }
        }
        return new ScenarioOverrides(
                sets, given, Optional.ofNullable(assumptions).map(Path::toString), without);
    }
}

package entente.cli;

import entente.cli.io.CliException;
import entente.cli.usage.ServiceOptions;
import entente.cli.usage.ServiceSettings;
import entente.document.Text;
import entente.rulebook.RuleBookException;
import entente.scenario.FolderScenarioSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "workshop",
        description = {
            "Open a workshop: groups in the room change one scenario and compare their verdicts.",
            "",
            "Serves as \"serve\" does on the loopback address, and at an address that the room reaches for the workshop only. "
                    + "Prints that address, the code, a QR code, and the facilitator's own link. Exit codes as of serve."
        })
@RequiredArgsConstructor
final class WorkshopCommand extends BaseCommand {

    /** Options that an archived workshop does not need again. */
    private static final Set<String> OF_ONE_WORKSHOP = Set.of("--title", "--rounds", "--resume");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final ToIntFunction<Map<String, String>> server;

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "File, or id of a shipped or stored scenario. Default: the one that the pages open.")
    private @Nullable String scenario;

    @Option(names = "--title", paramLabel = "TITLE", description = "Title. Default: that of the scenario.")
    private @Nullable String title;

    @Option(names = "--rounds", paramLabel = "N", description = "Planned rounds, 1 to 20. Default: 3.")
    private @Nullable Integer rounds;

    @Option(names = "--resume", paramLabel = "CODE", description = "Resume an earlier workshop of the archive.")
    private @Nullable String resume;

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Address of this machine that the room reaches. Default: the first of a network.")
    private @Nullable String address;

    @Override
    public Integer call() throws RuleBookException {
        ServiceSettings settings = service.addTo(ServiceSettings.of(home()))
                .putFolder("entente.rules", rules())
                .put("entente.room.open", true)
                .put("entente.room.scenario", resume == null ? baseline() : null)
                .put("entente.room.title", title)
                .put("entente.room.rounds", rounds)
                .put("entente.room.resume", resume)
                .put("entente.room.resume-options", lasting())
                .put("entente.room.address", address)
                .put("server.address", "127.0.0.1")
                .put("logging.level.entente", quiet() ? "warn" : null);
        return ServiceOptions.start(server, settings, "workshop");
    }

    /** The options that a later start needs again, as a shell reads them, such as {@code --archive DIR}. */
    private String lasting() {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !OF_ONE_WORKSHOP.contains(option.longestName()))
                .flatMap(option -> Stream.concat(
                        Stream.of(option.longestName()),
                        option.arity().max() == 0
                                ? Stream.empty()
                                : option.originalStringValues().stream().map(Text::quoted)))
                .collect(Collectors.joining(" "));
    }

    /** The scenario that the pages open at first. */
    private String opened() throws RuleBookException {
        return book().book()
                .catalogue()
                .subject()
                .opened(new FolderScenarioSource(List.of(home().scenarios())).ids())
                .orElseThrow(() -> CliException.usage("there is no shipped scenario; name one."));
    }

    private String baseline() throws RuleBookException {
        String name = scenario == null ? opened() : scenario;
        return Files.isRegularFile(Path.of(name)) ? ServiceSettings.absolute(Path.of(name)) : name;
    }
}

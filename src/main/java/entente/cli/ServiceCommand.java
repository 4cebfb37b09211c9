package entente.cli;

import entente.document.Text;
import entente.rulebook.RuleBookException;
import entente.scenario.FolderScenarioSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that starts the service, by settings from its options. */
abstract class ServiceCommand extends BaseCommand {

    /** One of the libraries that other commands do without. */
    private static final String LIBRARY = "org/springframework/boot/SpringApplication";

    @SuppressWarnings("NullAway.Init") // set by connect
    private ToIntFunction<Map<String, String>> server;

    private final Map<String, String> settings = new TreeMap<>();

    /** Must be called before the command runs, as {@link #connect(Terminal, Home)}. */
    final void connect(ToIntFunction<Map<String, String>> starter) {
        server = starter;
    }

    /** Adds a setting, unless the value is null. */
    final ServiceCommand put(String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
        return this;
    }

    /** Adds a folder or file that an option names. */
    final ServiceCommand putPath(String name, @Nullable Path given) {
        return put(name, given == null ? null : absolute(given));
    }

    static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    /** Serves until the process is stopped, with the folders of the installation behind every other setting. */
    final int start() {
        if (ServiceCommand.class.getResource("/" + LIBRARY + ".class") == null) {
            throw new NoClassDefFoundError(LIBRARY); // before logging looks for its own library, and complains
        }
        putPath("shipped.rules", home().rules());
        putPath("shipped.scenarios", home().scenarios());
        putPath("shipped.cache", home().cache());
        return server.applyAsInt(settings);
    }

    /** One that listens. */
    abstract static class Listening extends ServiceCommand {

        @Option(names = "--port", paramLabel = "PORT", description = "Port. Default: 8080; 0 for any free port.")
        private @Nullable Integer port;

        @Option(
                names = "--archive",
                paramLabel = "URL|DIR",
                description = "Folder of the embedded database, or PostgreSQL as postgresql://host/name. "
                        + "Default: the folder archive of the installation.")
        private @Nullable String archive;

        final ServiceCommand putListening() {
            return put("server.port", port).put("entente.archive.url", archive).putPath("entente.rules", rules());
        }
    }

    @Command(
            name = "serve",
            description = {
                "Run the HTTP service with pages and an archive.",
                "",
                "Exit codes: 78 invalid rule book or setting, 69 database unavailable, 75 archive locked by another process, "
                        + "73 port or file unavailable."
            })
    static final class Serve extends Listening {

        @Option(
                names = "--address",
                paramLabel = "ADDRESS",
                description = "Address. Default: 127.0.0.1; others need keys.")
        private @Nullable String address;

        @Option(
                names = "--scenarios",
                paramLabel = "DIR",
                description = "Folder of scenarios. Default: the shipped ones.")
        private @Nullable Path scenarios;

        @Option(names = "--keys", paramLabel = "FILE", description = "Key file; see ./entente keys.")
        private @Nullable Path keys;

        @Option(names = "--config", paramLabel = "FILE", description = "Settings file, YAML or properties.")
        private @Nullable Path config;

        @Override
        public Integer call() {
            return putListening()
                    .putPath("entente.scenarios", scenarios)
                    .put("server.address", address)
                    .putPath("entente.access.keys", keys)
                    .put("spring.config.additional-location", config == null ? null : "file:" + absolute(config))
                    .start();
        }
    }

    @Command(
            name = "workshop",
            description = {
                "Open a workshop: groups change a scenario and compare verdicts.",
                "",
                "Serves as \"serve\" does on the loopback address, and at an address that the room reaches for the workshop only. "
                        + "Prints that address, the code, a QR code, and the facilitator's own link. Exit codes as of serve."
            })
    static final class Workshop extends Listening {

        /** Options that an archived workshop does not need again. */
        private static final Set<String> OF_ONE_WORKSHOP = Set.of("--title", "--rounds", "--resume");

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

        @Option(
                names = "--address",
                paramLabel = "ADDRESS",
                description = "Address of this machine that the room reaches. Default: the first of a network.")
        private @Nullable String address;

        @Override
        public Integer call() throws RuleBookException {
            return putListening()
                    .put("entente.room.open", true)
                    .put("entente.room.scenario", resume == null ? baseline() : null)
                    .put("entente.room.title", title)
                    .put("entente.room.rounds", rounds)
                    .put("entente.room.resume", resume)
                    .put("entente.room.resume-options", lasting())
                    .put("entente.room.address", address)
                    .put("server.address", "127.0.0.1")
                    .put("logging.level.entente", quiet() ? "warn" : null)
                    .start();
        }

        /** The options that a later start needs again, as a shell reads them, such as {@code --archive DIR}. */
        private String lasting() {
            return spec().commandLine().getParseResult().matchedOptions().stream()
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
            return Files.isRegularFile(Path.of(name)) ? absolute(Path.of(name)) : name;
        }
    }

    @Command(
            name = "mcp",
            description = {
                "Serve language-model assistants by the Model Context Protocol.",
                "",
                "A client starts it and speaks to it over standard input and output: tools and resources over the rule book and the shipped scenarios. It writes no "
                        + "files, and ends with its input. \"serve\" has the same at /mcp."
            })
    static final class Mcp extends ServiceCommand {

        @Override
        public Integer call() throws Exception {
            // Reports the faults of a rule book as other commands do.
            book();
            return putPath("entente.rules", rulesFolder())
                    .put("entente.mcp", true)
                    .start();
        }
    }
}

package entente.cli;

import entente.cli.io.Home;
import entente.cli.io.Terminal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = {
            "Runs as a service: HTTP under /api/v1, an archive, on this machine alone unless told otherwise.",
            "",
            "It ends with 78 when the rule book or a setting is wrong, 69 when the database cannot be reached, 75 when "
                    + "another process holds the archive, 73 when a port or file cannot be had."
        })
final class ServeCommand extends BaseCommand {

    private final ServerLauncher server;

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen. Default: 8080; 0 takes any.")
    private @Nullable Integer port;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Default: 127.0.0.1. Another needs accounts.")
    private @Nullable String address;

    @Option(
            names = "--archive",
            paramLabel = "URL|DIR",
            description = "A folder for the embedded database, or the address of a PostgreSQL: postgresql://host/name. "
                    + "Default: the folder archive beside Entente.")
    private @Nullable String archive;

    @Option(names = "--scenarios", paramLabel = "DIR", description = "Scenarios to offer and to extend.")
    private @Nullable Path scenarios;

    @Option(names = "--keys", paramLabel = "FILE", description = "Who may ask; made with entente keys.")
    private @Nullable Path keys;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings as YAML or properties.")
    private @Nullable Path config;

    ServeCommand(Terminal terminal, Home home, ServerLauncher server) {
        super(terminal, home);
        this.server = server;
    }

    @Override
    public Integer call() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("entente.rules", absolute(rulesFolder()));
        settings.put("entente.scenarios", absolute(scenarios == null ? home().scenarios() : scenarios));
        settings.put("entente.cache", absolute(home().cache()));
        put(settings, "server.port", port);
        put(settings, "server.address", address);
        put(settings, "entente.archive.url", archive);
        put(settings, "entente.access.keys", keys == null ? null : absolute(keys));
        put(settings, "spring.config.additional-location", config == null ? null : "file:" + absolute(config));
        return server.run(settings);
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static void put(Map<String, String> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
    }
}

package entente.cli.usage;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that start the service. */
public final class ServiceOptions {

    @Option(names = "--port", paramLabel = "PORT", description = "Port. Default: 8080; 0 for any free port.")
    private @Nullable Integer port;

    @Option(
            names = "--archive",
            paramLabel = "URL|DIR",
            description = "Folder of the embedded database, or PostgreSQL as postgresql://host/name. "
                    + "Default: the folder archive of the installation.")
    private @Nullable String archive;

    public ServiceSettings addTo(ServiceSettings settings) {
        return settings.put("server.port", port).put("entente.archive.url", archive);
    }
}

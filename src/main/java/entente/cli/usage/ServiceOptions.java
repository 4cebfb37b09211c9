package entente.cli.usage;

import entente.cli.io.CliException;
import entente.cli.io.ExitCode;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the commands that start the service, and its start. */
public final class ServiceOptions {

    /** One of the libraries that other commands do without. */
    private static final String LIBRARY = "/org/springframework/boot/SpringApplication.class";

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

    /**
     * Serves until the process is stopped.
     *
     * @param command that was given, for the message
     * @throws CliException where the jar was started without the service's libraries
     */
    public static int start(ToIntFunction<Map<String, String>> server, ServiceSettings settings, String command) {
        if (ServiceOptions.class.getResource(LIBRARY) == null) {
            throw new CliException(
                    ExitCode.CONFIGURATION,
                    "the service needs libraries that are not on the class path; start it with ./entente " + command
                            + ".");
        }
        return server.applyAsInt(settings.all());
    }
}

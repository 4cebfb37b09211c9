package entente.cli;

import java.util.Map;

/** Runs the service until it stops. */
public interface ServerLauncher {

    /**
     * @param settings properties by full name, such as {@code server.port}; others keep their defaults
     * @return exit code
     */
    int run(Map<String, String> settings);
}

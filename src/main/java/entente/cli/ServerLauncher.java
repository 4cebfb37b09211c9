package entente.cli;

import java.util.Map;

/** Starts the service and stays until it ends. */
public interface ServerLauncher {

    /**
     * @param settings by their full names, such as {@code server.port}; what is not named keeps its default
     * @return exit code
     */
    int run(Map<String, String> settings);
}

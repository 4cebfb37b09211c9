package entente;

import entente.cli.Cli;
import entente.service.assistant.McpStdio;
import entente.service.config.ServiceApplication;

/** Entry point: runs the command line, which can start the service. */
public final class Entente {

    private Entente() {}

    public static void main(String[] args) {
        // What reads workbooks logs by Log4j, which complains if no provider is named; problems are reported here.
        System.setProperty("log4j.provider", "org.apache.logging.log4j.simple.internal.SimpleProvider");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
        // A lambda, because other commands run without the service's libraries.
        System.exit(Cli.forCurrentProcess(settings -> settings.containsKey(McpStdio.SETTING)
                        ? McpStdio.run(settings)
                        : ServiceApplication.run(settings))
                .run(args));
    }
}

package entente;

import entente.cli.Cli;
import entente.service.config.ServiceApplication;

/** Starts the command line, which starts the service when asked to. */
public final class Entente {

    private Entente() {}

    public static void main(String[] args) {
        // A lambda: what the service needs is not on the class path of the other verbs.
        System.exit(
                Cli.forCurrentProcess(settings -> ServiceApplication.run(settings)).run(args));
    }
}

package entente;

import entente.cli.Cli;

/** Starts the command line. */
public final class Entente {

    private Entente() {}

    public static void main(String[] args) {
        System.exit(Cli.onThisMachine().run(args));
    }
}

package entente.cli.watch;

/** A file that a scenario extends is being written. */
final class UnsettledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnsettledException() {
        super("being written", null, false, false);
    }
}

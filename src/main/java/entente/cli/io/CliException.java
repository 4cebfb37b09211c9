package entente.cli.io;

/** The command cannot go on; the message says why to the person at the keyboard. */
public final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode code;

    public CliException(ExitCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }
}

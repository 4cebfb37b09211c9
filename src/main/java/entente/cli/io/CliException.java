package entente.cli.io;

/** Ends a command with a message for the user and an exit code. */
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

package entente.cli;

/** The command cannot go on; the message says why to the person at the keyboard. */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode code;

    Stop(ExitCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}

package entente.service.problem;

import org.jspecify.annotations.Nullable;

/** A failure to start, with a message for the operator and an exit code. */
public final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sentence;

    private final int exitCode;

    /**
     * @param exitCode 69 database not reachable, 73 cannot create, 75 in use by another process, 78 invalid
     *     configuration
     * @param sentence for the operator; names the setting, and no class
     */
    public StartupException(int exitCode, String sentence) {
        this(exitCode, sentence, null);
    }

    /**
     * @param cause shown only with ENTENTE_DEBUG
     */
    public StartupException(int exitCode, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
        this.sentence = sentence;
    }

    public int exitCode() {
        return exitCode;
    }

    public String sentence() {
        return sentence;
    }
}

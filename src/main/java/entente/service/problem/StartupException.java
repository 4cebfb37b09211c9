package entente.service.problem;

import org.jspecify.annotations.Nullable;

/** The service does not start, and says why in one sentence; the exit code says the same to a script. */
public final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sentence;

    private final int exitCode;

    /**
     * @param exitCode 69 database not reachable, 73 cannot create, 75 held by another process, 78 configuration wrong
     * @param sentence for whoever starts the service; names the setting, and no class
     */
    public StartupException(int exitCode, String sentence) {
        this(exitCode, sentence, null);
    }

    /**
     * @param cause for whoever looks into it; not shown
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

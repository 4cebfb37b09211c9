package entente.service.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;

/** A failure to start, with a message for the operator and an exit code after {@code sysexits.h}. */
public final class StartupException extends RuntimeException implements ExitCodeGenerator {

    /** A database cannot be reached. */
    public static final int UNAVAILABLE = 69;

    public static final int INTERNAL_ERROR = 70;

    /** A folder cannot be created, or an address not be bound. */
    public static final int CANNOT_CREATE = 73;

    /** A file is damaged or unreadable, or there is no space for it. */
    public static final int INPUT_OUTPUT = 74;

    /** Something is in use by another process. */
    public static final int TEMPORARY = 75;

    private static final int CONFIGURATION = 78;

    private static final long serialVersionUID = 1;

    private final int exitCode;

    /**
     * @param sentence for the operator, one or more lines; names the setting, and no class
     * @param cause shown only with ENTENTE_DEBUG
     */
    public StartupException(int exitCode, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    public static StartupException configuration(String sentence) {
        return new StartupException(CONFIGURATION, sentence, null);
    }

    public static StartupException configuration(String sentence, Throwable cause) {
        return new StartupException(CONFIGURATION, sentence, cause);
    }

    /**
     * A setting is out of its range.
     *
     * @param range the end of the sentence, such as "at least 1"
     */
    public static StartupException setting(String name, Object value, String range) {
        return configuration("The setting " + name + " is " + value + "; it is " + range + ".");
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}

package entente.service.problem;

import entente.model.Problem;
import java.util.List;
import java.util.OptionalInt;

/** What was asked cannot be done; carries everything that the caller is told, and nothing else. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient List<Problem> errors;
    private final int retryAfter;

    private ProblemException(ProblemType type, String detail, List<Problem> errors, int retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    /**
     * @param detail a sentence for the caller; no class name, path or SQL
     */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), 0);
    }

    /** With every problem of the input. */
    public static ProblemException of(ProblemType type, String detail, List<Problem> errors) {
        return new ProblemException(type, detail, List.copyOf(errors), 0);
    }

    /**
     * @param seconds after which to try again, at least 1
     */
    public static ProblemException withRetryAfter(ProblemType type, String detail, int seconds) {
        return new ProblemException(type, detail, List.of(), seconds);
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Problem> errors() {
        return errors;
    }

    /** Seconds for {@code Retry-After}. */
    public OptionalInt retryAfter() {
        return retryAfter > 0 ? OptionalInt.of(retryAfter) : OptionalInt.empty();
    }
}

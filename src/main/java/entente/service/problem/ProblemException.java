package entente.service.problem;

import entente.model.Problem;
import java.util.List;
import java.util.OptionalInt;
import lombok.Getter;

/** An error that is returned to the caller; contains exactly what the response shows. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    @Getter
    private final ProblemType type;

    @Getter
    private final transient List<Problem> errors;

    private final int retryAfter;

    private ProblemException(ProblemType type, String detail, List<Problem> errors, int retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    /** @param detail a sentence for the caller, without class names, paths or SQL */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), 0);
    }

    /** With all problems of the input. */
    public static ProblemException of(ProblemType type, String detail, List<Problem> errors) {
        return new ProblemException(type, detail, List.copyOf(errors), 0);
    }

    /** @param seconds after which to retry, at least 1 */
    public static ProblemException withRetryAfter(ProblemType type, String detail, int seconds) {
        return new ProblemException(type, detail, List.of(), seconds);
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The value of {@code Retry-After} in seconds. */
    public OptionalInt retryAfter() {
        return retryAfter > 0 ? OptionalInt.of(retryAfter) : OptionalInt.empty();
    }
}

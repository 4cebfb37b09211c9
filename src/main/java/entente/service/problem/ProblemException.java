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

    /** See {@link ProblemType#problem}. */
    ProblemException(ProblemType type, String detail, List<Problem> errors, int retryAfter) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The value of {@code Retry-After} in seconds. */
    public OptionalInt retryAfter() {
        return retryAfter > 0 ? OptionalInt.of(retryAfter) : OptionalInt.empty();
    }
}

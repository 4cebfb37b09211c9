package entente.service.api;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookFilter;
import entente.service.transfer.RequestBody;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** Answers for what never came to a call: a request line that cannot be read, an address of too many characters. */
public class ProblemValve extends ErrorReportValve {

    private static final int MIN_ERROR = 400;
    private static final int INTERNAL_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    /** What may be said of a request that nothing has looked at. */
    private static final Set<ProblemType> BY_STATUS = Set.of(
            ProblemType.UNAUTHENTICATED,
            ProblemType.FORBIDDEN,
            ProblemType.NOT_FOUND,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.TOO_LARGE,
            ProblemType.WRONG_MEDIA_TYPE,
            ProblemType.WRONG_HOST);

    private final ActiveRuleBook inForce;

    public ProblemValve(ActiveRuleBook inForce) {
        this.inForce = inForce;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < MIN_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        // Nothing of a request that the container refuses is read: swallowing its body would hold a thread.
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        boolean brokeOff = request.getCoyoteRequest().getErrorException() != null;
        ProblemException refusal = brokeOff && status == MIN_ERROR ? RequestBody.incomplete() : refusal(status);
        try {
            HttpServletResponse answer = response.getResponse();
            RuleBookFilter.setHeaders(answer, inForce.current());
            ProblemResponses.write(answer, refusal, thrown);
            response.finishResponse();
        } catch (IOException callerGone) {
            // Nobody is there to be told.
        }
    }

    private static ProblemException refusal(int status) {
        if (status == UNAVAILABLE) {
            return ProblemException.withRetryAfter(
                    ProblemType.OVERLOADED, "The service is on its way down or up; nothing was done.", 2);
        }
        if (status == INTERNAL_ERROR) {
            return ProblemResponses.bug();
        }
        return BY_STATUS.stream()
                .filter(type -> type.status() == status)
                .findFirst()
                .map(type -> ProblemException.of(type, type.explanation()))
                .orElseGet(() -> ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        "The request cannot be read: its first line, an address or a header is not as HTTP has it."));
    }
}

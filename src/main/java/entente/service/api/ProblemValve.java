package entente.service.api;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import entente.service.rulebook.ActiveRuleBook;
import entente.service.rulebook.RuleBookFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/**
 * Writes problem responses for errors of the container, such as a malformed request line or a path that is too long.
 */
@RequiredArgsConstructor
public class ProblemValve extends ErrorReportValve {

    private final ActiveRuleBook activeRuleBook;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        // Tomcat would wait for the rest of the body without a deadline.
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        try {
            HttpServletResponse answer = response.getResponse();
            RuleBookFilter.setHeaders(answer, activeRuleBook.current());
            ProblemResponses.write(request, answer, refusal(status), thrown);
            response.finishResponse();
        } catch (IOException callerGone) {
            // The client has disconnected.
        }
    }

    private static ProblemException refusal(int status) {
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            return ProblemType.OVERLOADED.problem(
                    "The service is starting or shutting down. The request was not processed.", 2);
        }
        if (status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            return ProblemResponses.bug();
        }
        return Stream.of(ProblemType.values())
                .filter(type -> type.status() == status && status != HttpServletResponse.SC_BAD_REQUEST)
                .findFirst()
                .map(type -> type.problem(type.explanation()))
                .orElseGet(() -> ProblemType.BAD_PARAMETER.problem(
                        "The request is not valid HTTP: its request line, target or a header is malformed."));
    }
}

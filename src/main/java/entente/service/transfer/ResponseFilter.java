package entente.service.transfer;

import entente.service.problem.ProblemException;
import entente.service.problem.ProblemResponses;
import entente.service.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;

/** Buffers each response and sends it without blocking a thread. Reserves some threads for the liveness check. */
@RequiredArgsConstructor
public final class ResponseFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String LIVENESS = "/actuator/health/liveness";
    private static final int RETRY_SECONDS = 2;

    private final transient ResponseSender sender;
    private final transient RequestThreads workers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        BufferedResponse buffered = new BufferedResponse(response);
        if (request.getRequestURI().equals(LIVENESS)) {
            chain.doFilter(request, buffered);
        } else if (workers.tryAcquire()) {
            try {
                chain.doFilter(request, buffered);
            } finally {
                workers.release();
            }
        } else {
            String detail = "The service is overloaded. The request was not processed.";
            ProblemException refusal = ProblemException.withRetryAfter(ProblemType.OVERLOADED, detail, RETRY_SECONDS);
            ProblemResponses.write(request, buffered, refusal, null);
        }
        if (!request.isAsyncStarted()) {
            sender.send(request, response, buffered);
        }
    }
}

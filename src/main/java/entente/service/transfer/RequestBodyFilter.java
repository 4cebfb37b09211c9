package entente.service.transfer;

import entente.service.problem.ProblemException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;

/**
 * Receives the body before the request is processed, without blocking a thread. Runs after the security filters, so
 * that nothing is buffered for refused callers. A body that is too large, too slow or incomplete causes its problem
 * when it is read.
 */
@RequiredArgsConstructor
public final class RequestBodyFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final String ATTRIBUTE = RequestBodyFilter.class.getName();

    private final transient RequestBody bodies;
    private final transient TransferLimits transfer;
    private final transient TransferBuffers buffers;

    /** Whether the request has a body. */
    static boolean announced(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Whether receiving the body has started. */
    static boolean received(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(ATTRIBUTE) instanceof ReceivedBody received) {
            try (received) {
                chain.doFilter(new ReceivedRequest(request, received), response);
            }
        } else if (announced(request)) {
            receive(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void receive(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ReceivedBody body = new ReceivedBody(buffers, transfer.body().toBytes(), bodies.maxBytes(request));
        try {
            bodies.check(request);
        } catch (ProblemException refusal) {
            body.fail(refusal);
            chain.doFilter(new ReceivedRequest(request, body), response);
            return;
        }
        request.setAttribute(ATTRIBUTE, body);
        ConnectionControl.of(request).acknowledge();
        AsyncContext async = request.startAsync();
        async.setTimeout(transfer.millis(0));
        BodyReceiver receiver = new BodyReceiver(request, body, transfer);
        async.addListener(receiver);
        request.getInputStream().setReadListener(receiver);
    }
}

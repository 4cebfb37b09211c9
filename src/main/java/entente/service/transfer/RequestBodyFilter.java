package entente.service.transfer;

import entente.model.Numbers;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
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
        BodyReceiver receiver = new BodyReceiver(request, body);
        async.addListener(receiver);
        request.getInputStream().setReadListener(receiver);
    }

    /** Receives a body as its bytes arrive, then dispatches the request with the body or a problem. */
    private final class BodyReceiver implements ReadListener, AsyncListener {

        private static final int CHUNK = 1 << 13;

        private final HttpServletRequest request;
        private final AsyncContext async;
        private final ServletInputStream in;
        private final ReceivedBody body;
        private boolean done;

        BodyReceiver(HttpServletRequest request, ReceivedBody body) throws IOException {
            this.request = request;
            this.async = request.getAsyncContext();
            this.in = request.getInputStream();
            this.body = body;
        }

        @Override
        public void onDataAvailable() {
            try {
                byte[] chunk = new byte[CHUNK];
                while (!done && in.isReady()) {
                    int count = in.read(chunk);
                    if (count < 0) {
                        break;
                    }
                    add(chunk, count);
                }
            } catch (IOException broken) {
                // Otherwise the container closes the connection without a response.
                ConnectionControl.of(request).clearReadError();
                fail(RequestBody.incomplete());
            }
            if (in.isFinished()) {
                done();
            }
        }

        private void add(byte[] chunk, int count) throws IOException {
            try {
                body.add(chunk, count);
                async.setTimeout(transfer.millis(body.size()));
            } catch (ProblemException refusal) {
                fail(refusal);
            }
        }

        @Override
        public void onAllDataRead() {
            done();
        }

        private void fail(ProblemException why) {
            if (!done) {
                body.fail(why);
                done();
            }
        }

        private void done() {
            if (!done) {
                done = true;
                async.dispatch();
            }
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            fail(ProblemException.of(
                    ProblemType.TOO_SLOW,
                    "The body did not arrive within "
                            + Numbers.plain(transfer.transferTimeout().toMillis() / 1000.0)
                            + " seconds plus one second for each "
                            + transfer.transferRate().toBytes() + " bytes received."));
        }

        /** The client has disconnected. */
        @Override
        public void onError(Throwable thrown) {
            done = true;
            body.close();
        }

        @Override
        public void onError(AsyncEvent event) {
            event.getAsyncContext().complete();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            body.close();
        }

        /** The body has been received; the response starts now. */
        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}

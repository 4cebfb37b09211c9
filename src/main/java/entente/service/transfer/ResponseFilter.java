package entente.service.transfer;

import entente.service.transfer.ConnectionValve.ConnectionControl;
import entente.service.transfer.TransferBuffers.TransferLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Sends each response when it is complete, so that a slow reader holds nothing but its connection and, within a budget,
 * the response. Then reads and discards the rest of the body, so that the response is not lost with a reset connection
 * (RFC 9112, 9.6).
 */
@RequiredArgsConstructor
public final class ResponseFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private static final int CHUNK = 1 << 14;
    private static final long DISCARDED_MILLIS = 5_000;
    private static final long DISCARDED_BYTES = 1 << 24;

    private final transient TransferLimits limits;
    private final transient TransferBuffers buffers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        @Nullable Sending sending = process(request, response, chain);
        if (sending == null) {
            return;
        }
        ConnectionControl connection = ConnectionControl.of(request);
        try {
            if (!send(sending, response, connection) || !discardBody(request, connection)) {
                connection.abort();
            }
        } catch (IOException gone) {
            connection.abort();
        } finally {
            connection.resetTimeout();
        }
    }

    /** Returns the response to send; null if the container or an event stream sends it. */
    private @Nullable Sending process(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(request, answer);
        } finally {
            RequestBodies.release(request);
        }
        if (request.isAsyncStarted() || response.isCommitted()) {
            return null;
        }
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (answer.getContentSize() > 0) {
            response.setContentLength(answer.getContentSize());
        } else if (length != null) {
            response.setHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        Sending sending = new Sending(answer.getContentAsByteArray());
        // Attributes of the request refer to it until the end.
        answer.resetBuffer();
        return sending;
    }

    /** False if there is no memory for a response that is read so slowly. */
    private boolean send(Sending sending, HttpServletResponse response, ConnectionControl connection)
            throws IOException {
        long began = System.nanoTime();
        int size = sending.left();
        // What a chunk holds is bounded by the number of connections.
        if (size > CHUNK && !buffers.answers().reserve(sending, size)) {
            return false;
        }
        try {
            ServletOutputStream out = response.getOutputStream();
            byte[] chunk = new byte[Math.min(CHUNK, size)];
            for (int count = sending.next(chunk); count > 0; count = sending.next(chunk)) {
                long left = limits.millis(size) - elapsed(began);
                if (left <= 0) {
                    return false;
                }
                connection.setTimeout(left);
                out.write(chunk, 0, count);
            }
            response.flushBuffer();
            return sending.left() == 0;
        } finally {
            buffers.answers().release(sending);
        }
    }

    /** False if the rest is too long or too slow, or will not be sent. */
    private static boolean discardBody(HttpServletRequest request, ConnectionControl connection) throws IOException {
        if (!RequestBodies.announced(request)) {
            return true;
        }
        // A client that waits for 100 Continue sends nothing.
        if (!connection.isBodyRead() && request.getHeader("Expect") != null) {
            return false;
        }
        long began = System.nanoTime();
        long dropped = 0;
        while (!connection.isBodyRead()) {
            long left = DISCARDED_MILLIS - elapsed(began);
            if (left <= 0 || dropped > DISCARDED_BYTES) {
                return false;
            }
            connection.setTimeout(left);
            dropped += connection.discard();
        }
        return true;
    }

    private static long elapsed(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    /** A response that is sent by one thread, and may be dropped by another. */
    private static final class Sending implements TransferBuffers.Transfer {

        private final int size;
        private byte @Nullable [] content;
        private int sent;

        Sending(byte[] content) {
            this.size = content.length;
            this.content = content;
        }

        synchronized int left() {
            return size - sent;
        }

        /** Fills a chunk with what comes next; 0 at the end, or when it was dropped. */
        synchronized int next(byte[] chunk) {
            int count = content == null ? 0 : Math.min(chunk.length, size - sent);
            if (count > 0) {
                System.arraycopy(content, sent, chunk, 0, count);
                sent += count;
            }
            return count;
        }

        @Override
        public synchronized long moved() {
            return sent;
        }

        @Override
        public synchronized boolean drop() {
            content = null;
            return true;
        }
    }
}

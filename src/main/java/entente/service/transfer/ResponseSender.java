package entente.service.transfer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends responses without blocking a thread. */
@Component
@RequiredArgsConstructor
public final class ResponseSender {

    private final TransferLimits transfer;
    private final TransferBuffers buffers;

    /** Starts sending the buffered response {@code answer} as the {@code response} of the container. */
    public void send(HttpServletRequest request, HttpServletResponse response, BufferedResponse answer)
            throws IOException {
        if (answer.handledByContainer() || response.isCommitted()) {
            return;
        }
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (answer.getContentSize() > 0) {
            response.setContentLength(answer.getContentSize());
        } else if (length != null) {
            response.setHeader(HttpHeaders.CONTENT_LENGTH, length);
        }
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(transfer.millis(answer.getContentSize()));
        Transmission sending = new Transmission(request, response, answer);
        async.addListener(sending);
        response.getOutputStream().setWriteListener(sending);
    }

    /** Sends one response, then reads and discards the rest of the request body. */
    private final class Transmission implements WriteListener, AsyncListener {

        private static final int CHUNK = 1 << 14;

        private final long began = System.nanoTime();
        private final HttpServletRequest request;
        private final AsyncContext async;
        private final ServletOutputStream out;
        private final InputStream content;
        private int left;
        private int reserved;
        private boolean flushed;
        private boolean done;
        private boolean completed;

        Transmission(HttpServletRequest request, HttpServletResponse response, BufferedResponse answer)
                throws IOException {
            this.request = request;
            this.async = request.getAsyncContext();
            this.out = response.getOutputStream();
            this.content = answer.getContentInputStream();
            this.left = answer.getContentSize();
        }

        @Override
        public void onWritePossible() throws IOException {
            byte[] chunk = new byte[Math.min(CHUNK, Math.max(left, 1))];
            while (!done && out.isReady()) {
                int count = content.read(chunk);
                if (count > 0) {
                    out.write(chunk, 0, count);
                    left -= count;
                } else if (flushed) {
                    onSent();
                } else {
                    flushed = true;
                    out.flush();
                }
            }
            if (!done && reserved == 0 && left > 0) {
                waitForReader();
            }
        }

        /** Responses that are not read immediately are limited by a memory budget. */
        private void waitForReader() {
            if (buffers.answers().reserve(left)) {
                reserved = left;
            } else {
                abort();
            }
        }

        private void onSent() throws IOException {
            done = true;
            release();
            if (!RequestBodyFilter.announced(request)
                    || request.getInputStream().isFinished()) {
                complete();
                return;
            }
            // A client that waits for 100 Continue sends nothing.
            if (request.getHeader("Expect") != null && !RequestBodyFilter.received(request)) {
                abort();
                return;
            }
            async.setTimeout(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + RemainingBody.MAX_MILLIS);
            request.getInputStream().setReadListener(new RemainingBody(request, this::complete));
        }

        private void abort() {
            done = true;
            release();
            ConnectionControl.of(request).abort();
            complete();
        }

        private void complete() {
            if (!completed) {
                completed = true;
                async.complete();
            }
        }

        private void release() {
            buffers.answers().release(reserved);
            reserved = 0;
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            abort();
        }

        /** The client has disconnected or does not read. */
        @Override
        public void onError(Throwable thrown) {
            done = true;
            release();
        }

        @Override
        public void onError(AsyncEvent event) {
            complete();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            release();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}

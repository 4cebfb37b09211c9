package entente.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Reads and drops what a caller still sends after the answer, so that the answer is not lost with a reset connection
 * (RFC 9112, 9.6). It holds no thread, and is bounded in bytes and in time.
 */
final class RemainingBody implements ReadListener {

    static final long LONGEST_MILLIS = 5_000;

    private static final long MOST_BYTES = 1 << 24;
    private static final int CHUNK = 1 << 13;

    private final HttpServletRequest request;
    private final AsyncContext async;
    private final ServletInputStream in;
    private long dropped;
    private boolean done;

    RemainingBody(HttpServletRequest request, AsyncContext async) throws IOException {
        this.request = request;
        this.async = async;
        this.in = request.getInputStream();
    }

    @Override
    public void onDataAvailable() {
        try {
            byte[] chunk = new byte[CHUNK];
            while (!done && in.isReady() && dropped <= MOST_BYTES) {
                dropped += Math.max(0, in.read(chunk));
            }
        } catch (IOException broken) {
            dropped = Long.MAX_VALUE;
        }
        if (dropped > MOST_BYTES) {
            end(true);
        } else if (in.isFinished()) {
            end(false);
        }
    }

    @Override
    public void onAllDataRead() {
        end(false);
    }

    private void end(boolean early) {
        if (!done) {
            done = true;
            if (early) {
                ConnectionControl.of(request).abort();
            }
            async.complete();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        done = true;
    }
}

package entente.service.transfer;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Reads and discards the rest of a body after the response, so that the response is not lost with a reset connection
 * (RFC 9112, 9.6). Does not block a thread, and is limited in bytes and time.
 */
final class RemainingBody implements ReadListener {

    static final long MAX_MILLIS = 5_000;

    private static final long MAX_BYTES = 1 << 24;
    private static final int CHUNK = 1 << 13;

    private final HttpServletRequest request;
    private final Runnable completion;
    private final ServletInputStream in;
    private long dropped;
    private boolean done;

    /** @param completion called when the body has been read or aborted */
    RemainingBody(HttpServletRequest request, Runnable completion) throws IOException {
        this.request = request;
        this.completion = completion;
        this.in = request.getInputStream();
    }

    @Override
    public void onDataAvailable() {
        try {
            byte[] chunk = new byte[CHUNK];
            while (!done && in.isReady() && dropped <= MAX_BYTES) {
                dropped += Math.max(0, in.read(chunk));
            }
        } catch (IOException broken) {
            // Handled here instead of in the container.
            ConnectionControl.of(request).clearReadError();
            dropped = Long.MAX_VALUE;
        }
        if (dropped > MAX_BYTES) {
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
            completion.run();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        done = true;
    }
}

package entente.service.workshop;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import lombok.Getter;

/**
 * A connection to which events are written, by any thread and without waiting. While the client does not read, only the
 * latest revision is kept, and after some time the connection is given up.
 */
final class EventConnection implements WriteListener, AsyncListener {

    static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** A client that reads nothing for two heartbeats has gone. */
    private static final Duration PATIENCE = HEARTBEAT.multipliedBy(2).plusSeconds(5);

    private static final String HELLO = "retry: 2000\n\n";
    private static final String COMMENT = ":\n\n";
    /** Tells the client not to connect again. */
    private static final String ENDED = "event: ended\ndata: {}\n\n";

    private final AsyncContext async;

    @Getter
    private final WorkshopCaller caller;

    private final ServletOutputStream out;
    private final LongSupplier nanos;
    private final Consumer<EventConnection> closed;
    private String comment = HELLO;
    private long sent;
    private long latest;
    /** What is written before the connection ends; empty while it goes on or the service stops. */
    private String farewell = "";

    private boolean last;
    private boolean unflushed;
    private boolean started;
    private boolean done;
    private long written;

    /**
     * @param caller who listens
     * @param known the revision that the client has seen
     * @param closed called once, when the connection has ended
     */
    EventConnection(
            AsyncContext async,
            ServletOutputStream out,
            WorkshopCaller caller,
            long known,
            LongSupplier nanos,
            Consumer<EventConnection> closed) {
        this.async = async;
        this.out = out;
        this.caller = caller;
        this.sent = known;
        this.latest = known;
        this.nanos = nanos;
        this.closed = closed;
        this.written = nanos.getAsLong();
    }

    /** What to send as soon as the container is ready for the first time. */
    synchronized void prepare(long revision, boolean ended) {
        latest = Math.max(latest, revision);
        if (ended && !last) {
            farewell = ENDED;
            last = true;
        }
    }

    /** Sends a revision unless the client has seen it; if the workshop has ended, that is all. */
    synchronized void send(long revision, boolean ended) {
        prepare(revision, ended);
        write();
    }

    /** Ends the connection once everything is sent; the client may connect again. */
    synchronized void end() {
        last = true;
        write();
    }

    synchronized boolean isDone() {
        return done;
    }

    /** Sends a comment if nothing was sent for some time, so that both sides notice a lost connection. */
    synchronized void beat() {
        long silent = nanos.getAsLong() - written;
        if (silent > PATIENCE.toNanos()) {
            finish();
        } else if (silent >= HEARTBEAT.toNanos() && comment.isEmpty()) {
            comment = COMMENT;
            write();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        started = true;
        write();
    }

    private void write() {
        if (!started) {
            return;
        }
        try {
            while (!done && out.isReady()) {
                String next = next();
                if (!next.isEmpty()) {
                    out.write(next.getBytes(StandardCharsets.UTF_8));
                    written = nanos.getAsLong();
                    unflushed = true;
                } else if (unflushed) {
                    out.flush();
                    unflushed = false;
                } else {
                    if (last) {
                        finish();
                    }
                    return;
                }
            }
        } catch (IOException | IllegalStateException gone) {
            finish();
        }
    }

    private String next() {
        if (!comment.isEmpty()) {
            String text = comment;
            comment = "";
            return text;
        }
        if (latest > sent) {
            sent = latest;
            return "id: " + sent + "\nevent: changed\ndata: {\"revision\": " + sent + "}\n\n";
        }
        String text = farewell;
        farewell = "";
        return text;
    }

    private void finish() {
        if (!done) {
            done = true;
            closed.accept(this);
            try {
                async.complete();
            } catch (IllegalStateException ended) {
                // The container has ended it.
            }
        }
    }

    /** The client has disconnected. */
    @Override
    public synchronized void onError(Throwable thrown) {
        finish();
    }

    @Override
    public synchronized void onError(AsyncEvent event) {
        finish();
    }

    @Override
    public synchronized void onTimeout(AsyncEvent event) {
        finish();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        if (!done) {
            done = true;
            closed.accept(this);
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}

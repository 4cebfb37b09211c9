package entente.service.transfer;

import entente.model.Numbers;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Receives a body as its bytes arrive, then dispatches the request with the body or a problem. */
final class BodyReceiver implements ReadListener, AsyncListener {

    private static final int CHUNK = 1 << 13;

    private final HttpServletRequest request;
    private final AsyncContext async;
    private final ServletInputStream in;
    private final ReceivedBody body;
    private final TransferLimits transfer;
    private boolean done;

    BodyReceiver(HttpServletRequest request, ReceivedBody body, TransferLimits transfer) throws IOException {
        this.request = request;
        this.async = request.getAsyncContext();
        this.in = request.getInputStream();
        this.body = body;
        this.transfer = transfer;
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

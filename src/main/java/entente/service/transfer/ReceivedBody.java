package entente.service.transfer;

import entente.service.archive.Content;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.transfer.TransferBuffers.Budget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request, in memory or in a temporary file. */
final class ReceivedBody implements Content, TransferBuffers.Transfer, AutoCloseable {

    private static final int RETRY_SECONDS = 2;

    private final Budget budget;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final @Nullable TemporaryContent file;
    private volatile boolean complete;
    private boolean dropped;
    private volatile long size;

    /** @throws ProblemException if the temporary file cannot be created */
    ReceivedBody(Budget budget, boolean inFile) {
        this.budget = budget;
        this.file = inFile ? new TemporaryContent() : null;
    }

    /** Bytes received so far. */
    long size() {
        return size;
    }

    /**
     * Appends received bytes.
     *
     * @param most bytes of the body
     * @throws ProblemException if it is larger, if all bodies together are too large and this is one of the slowest, or the temporary
     *     file cannot be written
     */
    void add(byte[] bytes, int count, long most) {
        if (size + count > most) {
            throw tooLarge(most);
        }
        // Before this body is locked: reserving may lock others.
        boolean reserved = budget.reserve(this, count);
        synchronized (this) {
            if (!reserved || dropped) {
                throw exhausted();
            }
            size += count;
            if (file == null) {
                memory.write(bytes, 0, count);
            } else {
                file.write(bytes, 0, count);
            }
        }
    }

    /** @throws ProblemException if it was given up meanwhile */
    synchronized void complete() {
        if (dropped) {
            throw exhausted();
        }
        complete = true;
    }

    static ProblemException tooLarge(long most) {
        return ProblemException.of(ProblemType.TOO_LARGE, "The body has more than " + most + " bytes.");
    }

    private static ProblemException exhausted() {
        return ProblemException.withRetryAfter(
                ProblemType.OVERLOADED,
                "The memory for request bodies is exhausted. The request was not processed.",
                RETRY_SECONDS);
    }

    @Override
    public long moved() {
        return complete ? Long.MAX_VALUE : size;
    }

    @Override
    public synchronized boolean drop() {
        if (!complete) {
            dropped = true;
            discard();
        }
        return dropped;
    }

    @Override
    public InputStream open() {
        return file == null ? new ByteArrayInputStream(memory.toByteArray()) : file.open();
    }

    private void discard() {
        memory.reset();
        if (file != null) {
            file.close();
        }
    }

    /** Deletes the temporary file and releases what was reserved. */
    @Override
    public void close() {
        budget.release(this);
        synchronized (this) {
            discard();
        }
    }
}

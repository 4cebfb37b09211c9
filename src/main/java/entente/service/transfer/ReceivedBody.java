package entente.service.transfer;

import entente.service.archive.Content;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** The body of a request: in memory, in a temporary file above the threshold, or the problem of receiving it. */
@RequiredArgsConstructor
final class ReceivedBody implements Content, AutoCloseable {

    private static final int RETRY_SECONDS = 2;

    private final TransferBuffers buffers;

    /** Maximum bytes in memory. */
    private final long threshold;

    /** Maximum bytes accepted. */
    private final long limit;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable TemporaryContent file;
    private @Nullable ProblemException refusal;
    private long size;
    private long reserved;

    /** Bytes received so far. */
    long size() {
        return size;
    }

    /**
     * Appends received bytes.
     *
     * @throws ProblemException if the body or all bodies together are too large, or the temporary file cannot be
     *     written
     */
    void add(byte[] bytes, int count) {
        if (size + count > limit) {
            throw RequestBody.tooLarge(limit);
        }
        if (file == null && size + count > threshold) {
            spool();
        }
        reserve(file == null ? buffers.bodies() : buffers.files(), count);
        reserved += count;
        size += count;
        if (file == null) {
            memory.write(bytes, 0, count);
        } else {
            file.write(bytes, 0, count);
        }
    }

    private void spool() {
        reserve(buffers.files(), size);
        buffers.bodies().release(size);
        TemporaryContent spool = new TemporaryContent();
        file = spool;
        spool.write(memory.toByteArray(), 0, memory.size());
        memory.reset();
    }

    private static void reserve(TransferBuffers.Budget budget, long bytes) {
        if (!budget.reserve(bytes)) {
            throw ProblemException.withRetryAfter(
                    ProblemType.OVERLOADED,
                    "The memory for request bodies is exhausted. The request was not processed.",
                    RETRY_SECONDS);
        }
    }

    /** Discards the body; reading it throws this problem. */
    void fail(ProblemException why) {
        close();
        refusal = why;
    }

    /**
     * The complete body.
     *
     * @throws ProblemException if it was not received
     */
    @Override
    public InputStream open() {
        if (refusal != null) {
            throw refusal;
        }
        return file == null ? new ByteArrayInputStream(memory.toByteArray()) : file.open();
    }

    /** Deletes the temporary file and returns what was reserved. */
    @Override
    public void close() {
        (file == null ? buffers.bodies() : buffers.files()).release(reserved);
        reserved = 0;
        memory.reset();
        if (file != null) {
            file.close();
        }
    }
}

package entente.web;

import entente.problem.ProblemType;
import entente.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of one request: in memory, beyond the threshold in a temporary file, or the reason why there is none. */
final class ReceivedBody implements AutoCloseable {

    private static final int RETRY_SECONDS = 2;

    private final Buffers buffers;
    private final long threshold;
    private final long limit;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream toFile;
    private @Nullable Refusal refusal;
    private long size;
    private long reserved;

    /**
     * @param threshold bytes that are held in memory
     * @param limit bytes that are accepted
     */
    ReceivedBody(Buffers buffers, long threshold, long limit) {
        this.buffers = buffers;
        this.threshold = threshold;
        this.limit = limit;
    }

    /** Bytes received so far. */
    long size() {
        return size;
    }

    /**
     * Appends what has arrived.
     *
     * @throws Refusal when the body is too large, or all bodies together are
     * @throws IOException when the temporary file cannot be written
     */
    void add(byte[] bytes, int count) throws IOException {
        if (size + count > limit) {
            throw Body.tooLarge(limit);
        }
        if (toFile == null && size + count > threshold) {
            spool();
        }
        Budget budget = toFile == null ? buffers.bodies() : buffers.files();
        if (!budget.reserve(count)) {
            throw full();
        }
        reserved += count;
        size += count;
        if (toFile == null) {
            memory.write(bytes, 0, count);
        } else {
            toFile.write(bytes, 0, count);
        }
    }

    private void spool() throws IOException {
        if (!buffers.files().reserve(size)) {
            throw full();
        }
        buffers.bodies().release(size);
        file = Files.createTempFile("entente-body", null);
        toFile = Files.newOutputStream(file);
        memory.writeTo(toFile);
        memory.reset();
    }

    private static Refusal full() {
        return Refusal.later(
                ProblemType.OVERLOADED,
                "The service is receiving as much as it can hold. Nothing was done.",
                RETRY_SECONDS);
    }

    /** Gives up the body; whoever wants to read it is told this. */
    void refuse(Refusal why) {
        close();
        refusal = why;
    }

    /**
     * The whole body, from its first byte.
     *
     * @throws Refusal when it was not received
     */
    InputStream open() throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        if (toFile == null) {
            return new ByteArrayInputStream(memory.toByteArray());
        }
        toFile.flush();
        return Files.newInputStream(Objects.requireNonNull(file));
    }

    /** Deletes the temporary file and returns what was reserved. */
    @Override
    public void close() {
        (toFile == null ? buffers.bodies() : buffers.files()).release(reserved);
        reserved = 0;
        memory.reset();
        try {
            if (toFile != null) {
                toFile.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
                file = null;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

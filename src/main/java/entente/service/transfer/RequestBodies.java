package entente.service.transfer;

import entente.model.Numbers;
import entente.service.archive.Content;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.transfer.ConnectionValve.ConnectionControl;
import entente.service.transfer.TransferBuffers.Budget;
import entente.service.transfer.TransferBuffers.TransferLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Receives request bodies, each when its operation asks for it. The thread of the request waits for the client. */
@Component
@RequiredArgsConstructor
public final class RequestBodies {

    private static final String ATTRIBUTE = RequestBodies.class.getName();
    private static final int CHUNK = 1 << 13;

    private final TransferLimits limits;
    private final TransferBuffers buffers;

    /**
     * The complete body; empty for a request without one.
     *
     * @param large whether it may be as large as a batch; it is received into a temporary file
     * @throws ProblemException if it is too large, compressed, not UTF-8, too slow or incomplete
     */
    public Content receive(HttpServletRequest request, boolean large) {
        if (request.getAttribute(ATTRIBUTE) instanceof Content received) {
            return received;
        }
        if (!announced(request)) {
            return Content.of(new byte[0]);
        }
        long most = (large ? limits.batch() : limits.body()).toBytes();
        checkEncoding(request);
        if (request.getContentLengthLong() > most) {
            throw ReceivedBody.tooLarge(most);
        }
        ReceivedBody body = new ReceivedBody(large ? buffers.files() : buffers.bodies(), large);
        request.setAttribute(ATTRIBUTE, body);
        receive(request, body, most);
        return body;
    }

    static boolean announced(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    static void release(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof ReceivedBody body) {
            body.close();
        }
    }

    private void receive(HttpServletRequest request, ReceivedBody body, long most) {
        ConnectionControl connection = ConnectionControl.of(request);
        long began = System.nanoTime();
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = request.getInputStream();
            int count = 0;
            while (count >= 0) {
                body.add(chunk, count, most);
                long left = limits.millis(body.size()) - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
                if (left <= 0) {
                    throw tooSlow();
                }
                connection.setTimeout(left);
                count = in.read(chunk);
            }
            body.complete();
        } catch (IOException broken) {
            connection.clearReadError();
            throw broken.getCause() instanceof SocketTimeoutException ? tooSlow() : incomplete();
        } finally {
            connection.resetTimeout();
        }
    }

    /** A compressed body could expand a thousandfold; another charset would be misread. */
    private static void checkEncoding(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw ProblemType.WRONG_MEDIA_TYPE.problem("Compressed bodies are not supported.");
        }
        Charset charset = MediaType.parseMediaType(request.getContentType()).getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw ProblemType.WRONG_MEDIA_TYPE.problem("The body must be encoded in UTF-8.");
        }
    }

    private static ProblemException incomplete() {
        return ProblemType.MALFORMED.problem("The body is incomplete, or its transfer encoding is malformed.");
    }

    private ProblemException tooSlow() {
        return ProblemType.TOO_SLOW.problem("The body did not arrive within "
                + Numbers.plain(limits.transferTimeout().toMillis() / 1000.0)
                + " seconds plus one second for each "
                + limits.transferRate().toBytes() + " bytes received.");
    }

    /** The body of a request, in memory or in a temporary file. The end of the process deletes the file, too. */
    static final class ReceivedBody implements Content, TransferBuffers.Transfer, AutoCloseable {

        private static final int RETRY_SECONDS = 2;

        private final Budget budget;
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private final @Nullable FileChannel file;
        private volatile boolean complete;
        private boolean dropped;
        private volatile long size;

        /** @throws ProblemException STORAGE_FULL if the temporary file cannot be created */
        ReceivedBody(Budget budget, boolean inFile) {
            this.budget = budget;
            try {
                this.file = inFile
                        ? FileChannel.open(
                                Files.createTempFile("entente-body", ".tmp"),
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.DELETE_ON_CLOSE)
                        : null;
            } catch (IOException failed) {
                throw full();
            }
        }

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
                    return;
                }
                try {
                    Channels.newOutputStream(file).write(bytes, 0, count);
                } catch (IOException failed) {
                    throw full();
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
            return ProblemType.TOO_LARGE.problem("The body has more than " + most + " bytes.");
        }

        private static ProblemException exhausted() {
            return ProblemType.OVERLOADED.problem(
                    "The memory for request bodies is exhausted. The request was not processed.", RETRY_SECONDS);
        }

        private static ProblemException full() {
            return ProblemType.STORAGE_FULL.problem(
                    "There is no space for the temporary file of the body. Nothing was stored.");
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

        /** One stream at a time. */
        @Override
        public InputStream open() throws IOException {
            return file == null
                    ? new ByteArrayInputStream(memory.toByteArray())
                    : CloseShieldInputStream.wrap(Channels.newInputStream(file.position(0)));
        }

        private void discard() {
            memory.reset();
            try {
                if (file != null) {
                    file.close();
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
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
}

package entente.service.transfer;

import entente.service.archive.Content;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A body in a temporary file instead of in memory. Closing it deletes the file, and so does the end of the process. */
final class TemporaryContent implements Content, AutoCloseable {

    private final FileChannel file;

    /** @throws ProblemException STORAGE_FULL if the file cannot be created */
    TemporaryContent() {
        try {
            Path path = Files.createTempFile("entente-body", ".tmp");
            this.file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failed) {
            throw full();
        }
    }

    void write(byte[] bytes, int from, int length) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
        } catch (IOException failed) {
            throw full();
        }
    }

    @Override
    public InputStream open() {
        return new InputStream() {

            private long at;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = length == 0 ? 0 : file.read(ByteBuffer.wrap(bytes, from, length), at);
                at += Math.max(count, 0);
                return count;
            }
        };
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ProblemException full() {
        return ProblemException.of(
                ProblemType.STORAGE_FULL, "There is no space for the temporary file of the body. Nothing was stored.");
    }
}

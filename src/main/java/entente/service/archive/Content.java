package entente.service.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Bytes that can be read repeatedly; large content is not held in memory. */
@FunctionalInterface
public interface Content {

    /** Opens a new stream; the caller closes it. */
    InputStream open() throws IOException;

    /** All of it, in memory. */
    default byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}

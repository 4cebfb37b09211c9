package entente.service.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read any number of times, and are not held in memory where they are many. */
@FunctionalInterface
public interface Content {

    /** A new stream from the first byte on; the caller closes it. */
    InputStream open() throws IOException;

    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}

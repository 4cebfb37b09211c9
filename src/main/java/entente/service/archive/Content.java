package entente.service.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read repeatedly; large content is not held in memory. */
@FunctionalInterface
public interface Content {

    /** Opens a new stream; the caller closes it. */
    InputStream open() throws IOException;

    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}

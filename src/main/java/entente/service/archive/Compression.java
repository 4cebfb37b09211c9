package entente.service.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterInputStream;
import java.util.zip.InflaterInputStream;

/** The stored form of large values: the zlib format (RFC 1950), whose checksum is verified on reading. */
public final class Compression {

    private Compression() {}

    public static byte[] compress(String text) {
        return compress(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] compress(byte[] bytes) {
        // The best level would take twice the processor time for 2 percent less.
        try (InputStream stored = new DeflaterInputStream(new ByteArrayInputStream(bytes))) {
            return stored.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static String text(byte[] stored) {
        return new String(decompress(stored), StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException when the bytes are damaged or incomplete */
    static byte[] decompress(byte[] stored) {
        try (InputStream bytes = new InflaterInputStream(new ByteArrayInputStream(stored))) {
            return bytes.readAllBytes();
        } catch (IOException damaged) {
            throw new IllegalStateException("A stored value of the archive is damaged or incomplete.", damaged);
        }
    }
}

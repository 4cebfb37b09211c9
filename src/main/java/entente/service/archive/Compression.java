package entente.service.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The stored form of large values: the zlib format (RFC 1950), whose checksum is verified on reading. */
final class Compression {

    private static final int BUFFER_BYTES = 16_384;

    private Compression() {}

    static byte[] compress(String text) {
        return compress(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] compress(byte[] bytes) {
        // The best level would take twice the processor time for 2 percent less.
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream stored = new ByteArrayOutputStream(BUFFER_BYTES);
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!deflater.finished()) {
                stored.write(buffer, 0, deflater.deflate(buffer));
            }
            return stored.toByteArray();
        } finally {
            deflater.end();
        }
    }

    static String text(byte[] stored) {
        return new String(decompress(stored), StandardCharsets.UTF_8);
    }

    /**
     * @throws IllegalStateException when the bytes are damaged or incomplete
     */
    static byte[] decompress(byte[] stored) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * stored.length);
            byte[] buffer = new byte[BUFFER_BYTES];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw new IllegalStateException("A stored value of the archive is incomplete.");
                }
                bytes.write(buffer, 0, count);
            }
            return bytes.toByteArray();
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("A stored value of the archive is damaged.", damaged);
        } finally {
            inflater.end();
        }
    }
}

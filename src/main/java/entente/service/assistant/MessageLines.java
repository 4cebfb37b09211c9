package entente.service.assistant;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The messages of a stream, one a line. A line beyond the limit is skipped without being kept in memory. */
final class MessageLines {

    private final InputStream in;
    private final int maxBytes;

    MessageLines(InputStream in, int maxBytes) {
        this.in = new BufferedInputStream(in);
        this.maxBytes = maxBytes;
    }

    /**
     * @param tooLong whether the line was skipped
     */
    record Line(byte[] bytes, boolean tooLong) {}

    /** The next line that is not blank; empty at the end. */
    Optional<Line> next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean tooLong = false;
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            for (; next >= 0 && next != '\n'; next = in.read()) {
                if (line.size() < maxBytes) {
                    line.write(next);
                } else {
                    tooLong = true;
                }
            }
            if (tooLong || !line.toString(StandardCharsets.UTF_8).isBlank()) {
                return Optional.of(new Line(tooLong ? new byte[0] : line.toByteArray(), tooLong));
            }
        }
    }
}

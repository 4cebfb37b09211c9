package entente.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

/** A stream with one JSON document on each line (NDJSON), of which one is in memory at a time. */
public final class JsonLines {

    /**
     * A line that is not blank.
     *
     * @param number from 1, with blank lines counted
     * @param bytes at most one more than the limit, by which the document is then refused
     */
    public record Line(int number, byte[] bytes) {}

    private JsonLines() {}

    /**
     * Whether a stream has one document on each line, by its name or its first two lines. Within one document, a line that begins an
     * object follows a colon, a bracket or a comma, and after a line in braces comes a comma, a brace or a bracket.
     *
     * @param head its first bytes
     */
    public static boolean areIn(String name, byte[] head) {
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return true;
        }
        int first = begin(head, 0);
        int end = first;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        int last = end - 1;
        while (last > first && isBlank(head[last])) {
            last--;
        }
        int second = begin(head, end);
        if (second == head.length) {
            return false;
        }
        return (head[second] == '{' && ":[,".indexOf(head[last]) < 0)
                || (head[first] == '{' && head[last] == '}' && ",}]".indexOf(head[second]) < 0);
    }

    private static int begin(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /**
     * The lines, each read when it is asked for.
     *
     * @param head bytes of the stream that were read before
     * @param limit bytes of a line
     */
    public static Stream<Line> of(byte[] head, InputStream rest, int limit) {
        InputStream in = new BufferedInputStream(new SequenceInputStream(new ByteArrayInputStream(head), rest));
        return Stream.iterate(1, number -> number + 1)
                .map(number -> line(in, number, limit))
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .filter(line -> line.bytes().length > limit || begin(line.bytes(), 0) < line.bytes().length);
    }

    /** Empty at the end of the stream. */
    private static Optional<Line> line(InputStream in, int number, int limit) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int read = in.read();
            if (read < 0) {
                return Optional.empty();
            }
            for (; read >= 0 && read != '\n'; read = in.read()) {
                if (line.size() <= limit) {
                    line.write(read);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Optional.of(new Line(number, line.toByteArray()));
    }
}

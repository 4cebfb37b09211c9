package entente.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A stream with one JSON document on each line (NDJSON), of which one is in memory at a time. */
public final class JsonLines implements Iterator<JsonLines.Line> {

    private static final int BUFFER = 1 << 16;

    /**
     * A line that is not blank.
     *
     * @param number from 1, with blank lines counted
     * @param bytes at most one more than the limit, by which the document is then refused
     */
    public record Line(int number, byte[] bytes) {}

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private int number;
    private Optional<Line> next = Optional.empty();

    private JsonLines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

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
        JsonLines lines = new JsonLines(new SequenceInputStream(new ByteArrayInputStream(head), rest), limit);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, 0), false);
    }

    @Override
    public boolean hasNext() {
        try {
            while (next.isEmpty() && fill()) {
                byte[] line = line();
                number++;
                if (line.length > limit || begin(line, 0) < line.length) {
                    next = Optional.of(new Line(number, line));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return next.isPresent();
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Line line = next.orElseThrow();
        next = Optional.empty();
        return line;
    }

    private boolean fill() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, in.read(buffer));
        }
        return filled > 0;
    }

    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, at, Math.min(end - at, limit + 1 - line.size()));
            at = end;
            if (end < filled) {
                at++;
                break;
            }
        }
        return line.toByteArray();
    }
}

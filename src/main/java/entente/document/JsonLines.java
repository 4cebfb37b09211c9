package entente.document;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        String[] lines = new String(head, StandardCharsets.ISO_8859_1).strip().split("\n", 2);
        if (lines.length < 2) {
            return false;
        }
        String first = lines[0].stripTrailing();
        char last = first.charAt(first.length() - 1);
        char second = lines[1].stripLeading().charAt(0);
        return (second == '{' && ":[,".indexOf(last) < 0)
                || (first.startsWith("{") && last == '}' && ",}]".indexOf(second) < 0);
    }

    private static boolean isBlank(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).matches("[ \t\r]*");
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
                .filter(line -> line.bytes().length > limit || !isBlank(line.bytes()));
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

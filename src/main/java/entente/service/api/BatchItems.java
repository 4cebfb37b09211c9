package entente.service.api;

import entente.document.DocumentLimits;
import entente.service.archive.Content;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * The elements of a batch, read one at a time from a stream: a JSON list, or one per line. The content of elements is
 * not parsed, so that a malformed one does not affect the others.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class BatchItems {

    static final int MAX_ITEMS = 1_000;

    /** Elements that are too large are cut one byte above the limit, so that they are refused for their size. */
    private static final int MAX_ITEM_BYTES = DocumentLimits.SCENARIO.bytes() + 1;

    private final BatchInput in;
    private final boolean lines;
    private final int maxItemBytes;
    private int count;
    private boolean opened;
    private boolean ended;

    /** @param lines whether each line is an element; blank lines are skipped */
    static BatchItems of(InputStream in, boolean lines) {
        return new BatchItems(new BatchInput(in), lines, MAX_ITEM_BYTES);
    }

    /**
     * Counts the elements without holding them in memory.
     *
     * @throws ProblemException MALFORMED if it is empty, not a list or incomplete; TOO_LARGE if there are more
     *     than {@link #MAX_ITEMS}
     */
    static int count(Content batch, boolean lines) {
        try (InputStream in = batch.open()) {
            BatchItems items = new BatchItems(new BatchInput(in), lines, 0);
            while (items.next().isPresent()) {
                // Reading an item counts it.
            }
            return items.count;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The next element without blanks around it, or empty at the end.
     *
     * @throws ProblemException as {@link #count}
     */
    Optional<byte[]> next() throws IOException {
        Optional<byte[]> item = ended ? Optional.empty() : lines ? line() : element();
        if (item.isEmpty()) {
            ended = true;
            if (count == 0) {
                throw BatchInput.malformed("#", "EMPTY", "The batch is empty.", 0, 0);
            }
            return item;
        }
        count++;
        if (count > MAX_ITEMS) {
            throw ProblemException.of(ProblemType.TOO_LARGE, "A batch contains at most " + MAX_ITEMS + " scenarios.");
        }
        return item;
    }

    private Optional<byte[]> line() throws IOException {
        while (true) {
            Item item = new Item(maxItemBytes);
            int now = in.read();
            for (; now != BatchInput.END && now != '\n'; now = in.read()) {
                item.add(now);
            }
            if (!item.isBlank()) {
                return Optional.of(item.bytes());
            }
            if (now == BatchInput.END) {
                return Optional.empty();
            }
        }
    }

    private Optional<byte[]> element() throws IOException {
        if (!opened && !open()) {
            return Optional.empty();
        }
        Item item = new Item(maxItemBytes);
        int line = 0;
        int column = 0;
        int depth = 0;
        boolean quoted = false;
        for (int now = in.read(); now != BatchInput.END; now = in.read()) {
            if (!quoted && depth == 0 && (now == ',' || now == ']')) {
                return separated(item, now);
            }
            if (item.isBlank()) {
                line = in.line();
                column = in.column();
            }
            item.add(now);
            if (quoted && now == '\\') {
                int escaped = in.read();
                if (escaped != BatchInput.END) {
                    item.add(escaped);
                }
            } else if (now == '"') {
                quoted = !quoted;
            } else if (!quoted && (now == '[' || now == '{')) {
                depth++;
            } else if (!quoted && (now == ']' || now == '}')) {
                depth = Math.max(depth - 1, 0);
            }
        }
        String where = item.isBlank()
                ? "The list ends prematurely after " + count + (count == 1 ? " element." : " elements.")
                : "The list ends prematurely in element " + (count + 1) + ", which begins at line " + line + ", column "
                        + column + ".";
        throw in.malformed("#/" + count, "NOT_JSON", where);
    }

    /** False if there is nothing to open. */
    private boolean open() throws IOException {
        opened = true;
        int first = in.readPastBlanks();
        if (first != '[' && first != BatchInput.END) {
            throw in.malformed(
                    "#",
                    "NOT_A_LIST",
                    "A batch is a JSON list of scenarios, or one scenario per line with application/x-ndjson.");
        }
        return first == '[';
    }

    private Optional<byte[]> separated(Item item, int separator) throws IOException {
        if (separator == ']') {
            ended = true;
            if (in.readPastBlanks() != BatchInput.END) {
                throw in.malformed("#", "TRAILING_TEXT", "Something follows the end of the list.");
            }
            // A trailing comma creates an empty item, which is refused like any other.
            if (item.isBlank() && count == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(item.bytes());
    }

    /** One element without surrounding blanks, up to a maximum length. */
    @RequiredArgsConstructor
    private static final class Item {

        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private final int longest;
        private long length;
        private long lengthWithoutBlanks;

        void add(int now) {
            boolean blank = BatchInput.isBlank(now);
            if (blank && length == 0) {
                return;
            }
            length++;
            if (held.size() < longest) {
                held.write(now);
            }
            if (!blank) {
                lengthWithoutBlanks = length;
            }
        }

        boolean isBlank() {
            return length == 0;
        }

        byte[] bytes() {
            byte[] bytes = held.toByteArray();
            return lengthWithoutBlanks < bytes.length ? Arrays.copyOf(bytes, (int) lengthWithoutBlanks) : bytes;
        }
    }
}

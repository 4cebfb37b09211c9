package entente.web;

import entente.domain.Problem;
import entente.problem.ProblemType;
import entente.problem.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes a batch apart without reading what is in its items, so that an item that cannot be read stops no other: the
 * elements of a JSON list, or one item a line.
 */
final class BatchItems {

    /** The most items of one batch. */
    static final int MOST = 1_000;

    private final byte[] bytes;
    private final List<byte[]> items = new ArrayList<>();
    private int at;

    private BatchItems(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One item a line; blank lines do not count. */
    static List<byte[]> lines(byte[] bytes) {
        BatchItems batch = new BatchItems(bytes);
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                batch.add(from, i);
                from = i + 1;
            }
        }
        return batch.some();
    }

    /**
     * @throws Refusal MALFORMED when it is no list or breaks off
     */
    static List<byte[]> list(byte[] bytes) {
        BatchItems batch = new BatchItems(bytes);
        batch.take();
        return batch.some();
    }

    private List<byte[]> some() {
        if (items.isEmpty()) {
            throw broken("EMPTY", "The batch is empty.");
        }
        return items;
    }

    private void take() {
        blank();
        if (at == bytes.length) {
            throw broken("EMPTY", "The batch is empty.");
        }
        if (bytes[at] != '[') {
            throw broken("NOT_A_LIST", "A batch is a list of scenarios, or with application/x-ndjson one a line.");
        }
        at++;
        int from = at;
        int depth = 0;
        boolean quoted = false;
        for (; at < bytes.length; at++) {
            byte now = bytes[at];
            if (quoted) {
                if (now == '\\') {
                    at++;
                } else if (now == '"') {
                    quoted = false;
                }
            } else if (now == '"') {
                quoted = true;
            } else if (now == '[' || now == '{') {
                depth++;
            } else if (depth > 0 && (now == ']' || now == '}')) {
                depth--;
            } else if (now == ']') {
                end(from);
                return;
            } else if (now == ',' && depth == 0) {
                items.add(item(from, at));
                from = at + 1;
                bounded();
            }
        }
        throw broken("NOT_JSON", "The list breaks off.");
    }

    private void end(int from) {
        byte[] last = item(from, at);
        at++;
        blank();
        if (at < bytes.length) {
            throw broken("TRAILING_TEXT", "Something follows the end of the list.");
        }
        // A comma before the closing bracket leaves an empty item, which is refused like any other.
        if (last.length > 0 || !items.isEmpty()) {
            items.add(last);
            bounded();
        }
    }

    private void add(int from, int to) {
        byte[] item = item(from, to);
        if (item.length > 0) {
            items.add(item);
            bounded();
        }
    }

    private void bounded() {
        if (items.size() > MOST) {
            throw Refusal.of(ProblemType.TOO_LARGE, "A batch takes at most " + MOST + " scenarios.");
        }
    }

    private byte[] item(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && isBlank(bytes[first])) {
            first++;
        }
        while (last > first && isBlank(bytes[last - 1])) {
            last--;
        }
        return Arrays.copyOfRange(bytes, first, last);
    }

    private void blank() {
        while (at < bytes.length && isBlank(bytes[at])) {
            at++;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    private static Refusal broken(String code, String detail) {
        return Refusal.of(
                ProblemType.MALFORMED,
                "The body cannot be read.",
                List.of(new Problem("#", code, detail, List.of(), Optional.empty(), 0, 0)));
    }
}

package entente.service.api;

import entente.model.Problem;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** Reads the bytes of a batch and tracks line and column. */
@RequiredArgsConstructor
final class BatchInput {

    static final int END = -1;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int filled;

    /** From 1. */
    @Getter
    private int line = 1;

    /** From 1. */
    @Getter
    private int column;

    private boolean lineEnded;

    /** The next byte, or {@link #END}, whose position is after the last byte. */
    int read() throws IOException {
        if (at == filled) {
            at = 0;
            filled = in.readNBytes(buffer, 0, BUFFER_BYTES);
        }
        int now = filled == 0 ? END : buffer[at++] & 0xFF;
        if (lineEnded) {
            line++;
            column = 0;
        }
        lineEnded = now == '\n';
        // Columns count UTF-16 units, as in scenarios: continuation bytes do not count.
        boolean continues = now != END && (now & 0xC0) == 0x80;
        if (!continues) {
            column += now >= 0xF0 ? 2 : 1;
        }
        return now;
    }

    /** The next byte that is not blank, or {@link #END}. */
    int readPastBlanks() throws IOException {
        int now = read();
        while (isBlank(now)) {
            now = read();
        }
        return now;
    }

    static boolean isBlank(int b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /** At the current position. */
    ProblemException malformed(String pointer, String code, String detail) {
        return malformed(pointer, code, detail, line, column);
    }

    static ProblemException malformed(String pointer, String code, String detail, int atLine, int atColumn) {
        return ProblemException.of(
                ProblemType.MALFORMED,
                "The body is malformed.",
                List.of(new Problem(pointer, code, detail, List.of(), Optional.empty(), atLine, atColumn)));
    }
}

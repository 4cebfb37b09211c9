package entente.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The result of strict UTF-8 decoding, without byte order mark.
 *
 * @param text empty if the bytes are not UTF-8
 * @param fault error message; empty if the bytes are UTF-8
 * @param location of the first invalid byte
 */
public record Utf8(Optional<String> text, String fault, SourceLocation location) {

    private static final String WRONG = "This is not UTF-8 text; save it in that encoding.";

    public static Utf8 decode(byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            return new Utf8(Optional.empty(), WRONG, end(text));
        }
        if (text.hasRemaining() && text.charAt(0) == '\uFEFF') {
            text.get();
        }
        return new Utf8(Optional.of(text.toString()), "", SourceLocation.NONE);
    }

    private static SourceLocation end(CharBuffer read) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < read.length(); i++) {
            boolean newLine = read.charAt(i) == '\n';
            line += newLine ? 1 : 0;
            column = newLine ? 1 : column + 1;
        }
        return new SourceLocation(line, column);
    }
}

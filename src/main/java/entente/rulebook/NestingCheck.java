package entente.rulebook;

import java.util.OptionalInt;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * Limits the nesting of brackets before parsing, as the recursive parser would take minutes and overflow its stack for
 * thousands of levels. Brackets in quotations and comments are ignored.
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class NestingCheck {

    private static final int MAX_DEPTH = 64;

    private final String text;
    private int at;

    /** The first line at which brackets are nested too deeply, from 1. */
    static OptionalInt tooDeep(String text) {
        return new NestingCheck(text).check();
    }

    private OptionalInt check() {
        int depth = 0;
        for (at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                skipText();
            } else if (text.startsWith("//", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                skipTo("*/");
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            }
            if (depth > MAX_DEPTH) {
                long lines = text.chars().limit(at).filter(n -> n == '\n').count();
                return OptionalInt.of(1 + (int) lines);
            }
        }
        return OptionalInt.empty();
    }

    /** Skips to the closing quotation mark, or to the end of the line if there is none. */
    private void skipText() {
        for (at++; at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n'; at++) {
            at += text.charAt(at) == '\\' ? 1 : 0;
        }
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at + 2);
        at = found < 0 ? text.length() : found + end.length() - 1;
    }
}

package entente.rulebook;

import java.util.OptionalInt;

/**
 * Looks for brackets within brackets before the parser does: each costs it a call within a call, and thousands of them
 * minutes and its stack. What is quoted or commented does not count.
 */
final class NestingCheck {

    private static final int MAX_DEPTH = 64;

    private final String text;
    private int at;

    private NestingCheck(String text) {
        this.text = text;
    }

    /** The line where brackets first stand too deep, from 1. */
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
                return OptionalInt.of(1
                        + (int) text.substring(0, at)
                                .chars()
                                .filter(n -> n == '\n')
                                .count());
            }
        }
        return OptionalInt.empty();
    }

    /** To the closing quotation mark, or the end of the line where there is none. */
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

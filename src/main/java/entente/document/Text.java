package entente.document;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Allowed characters of texts and safe display of untrusted text in messages. */
public final class Text {

    private static final int EXCERPT_LENGTH = 60;

    /** Sufficient for a file path and what is wrong with the file. */
    private static final int MAX_LINE = 1500;

    /** What a shell reads as it stands. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./+@%:,=-]+");

    private static final char REPLACEMENT = '\uFFFD';
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** Letters and symbols without a picture. */
    private static final String BLANK = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private Text() {}

    /**
     * Description of the first character that is not allowed: control characters except tab and line ends, halves of
     * characters, and what a reader does not see: invisible characters and those that change the direction of text, by
     * which a text says something other than it shows. A joiner or a variation selector is allowed after the character
     * that it joins or varies, as words of some scripts and emoji need it. The description ends with the position, counted
     * in characters from 1.
     */
    public static Optional<String> forbiddenCharacter(String text) {
        int at = forbiddenFrom(text, 0);
        return at < 0
                ? Optional.empty()
                : Optional.of(description(text.codePointAt(at)) + " at position " + (text.codePointCount(0, at) + 1));
    }

    /** Index of the first character that is not allowed, from this index on; −1 if there is none. */
    private static int forbiddenFrom(String text, int from) {
        int before = from == 0 ? ' ' : text.codePointBefore(from);
        for (int i = from; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean plain = (c >= ' ' && c <= '~') || c == '\n' || c == '\t' || c == '\r';
            if (!plain && !isSeen(c) && !isPartOf(before, c)) {
                return i;
            }
            before = c;
            i += Character.charCount(c);
        }
        return -1;
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            // Signs that stand around Arabic numbers are drawn.
            case Character.FORMAT -> (c >= 0x600 && c <= 0x605) || c == 0x6DD;
            default -> !isSelector(c) && BLANK.indexOf(c) < 0 && (c & 0xFFFE) != 0xFFFE;
        };
    }

    /** Whether it is a joiner or a variation selector after a character that can be seen. */
    private static boolean isPartOf(int before, int c) {
        boolean joiner = c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
        boolean afterSeen = isSeen(before) && !Character.isWhitespace(before) && !Character.isSpaceChar(before);
        // Words in Latin letters have no joiners: with one, two names would look the same.
        return joiner ? (afterSeen && before > '~') || isSelector(before) : afterSeen && isSelector(c);
    }

    private static boolean isSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180D);
    }

    private static String description(int c) {
        String number = String.format(Locale.ROOT, "U+%04X", c);
        return switch (Character.getType(c)) {
            case Character.SURROGATE -> "half a character (a lone surrogate)";
            case Character.CONTROL -> "the control character " + number;
            default -> "the invisible character " + number;
        };
    }

    /** Untrusted text without control characters, truncated. */
    public static String excerpt(String text) {
        return text.length() > EXCERPT_LENGTH ? printable(text.substring(0, EXCERPT_LENGTH)) + "…" : printable(text);
    }

    /** A line of a message that repeats input: without control characters, and if it is very long without its middle. */
    public static String diagnostic(String line) {
        int half = MAX_LINE / 2;
        return printable(
                line.length() > MAX_LINE ? line.substring(0, half) + "…" + line.substring(line.length() - half) : line);
    }

    /** Untrusted text with line ends, tabs and each character that is not allowed replaced. */
    public static String printable(String text) {
        String line = text.replace('\n', REPLACEMENT).replace('\t', REPLACEMENT).replace('\r', REPLACEMENT);
        int at = forbiddenFrom(line, 0);
        if (at < 0) {
            return line;
        }
        StringBuilder safe = new StringBuilder(line.length());
        int done = 0;
        while (at >= 0) {
            safe.append(line, done, at).append(REPLACEMENT);
            done = at + Character.charCount(line.codePointAt(at));
            at = forbiddenFrom(line, done);
        }
        return safe.append(line, done, line.length()).toString();
    }

    /** A word as a shell reads it, without control characters. */
    public static String quoted(String word) {
        String shown = printable(word);
        return PLAIN.matcher(shown).matches() ? shown : "'" + shown.replace("'", "'\\''") + "'";
    }
}

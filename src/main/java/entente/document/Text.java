package entente.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Allowed characters of texts and safe display of untrusted text in messages. */
public final class Text {

    private static final int EXCERPT_LENGTH = 60;

    /** Sufficient for usual file paths. */
    private static final int MAX_QUOTE_LENGTH = 255;

    /** Letters and marks that are drawn as nothing. */
    private static final String FILLERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    /** What a shell reads as it stands. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./+@%:,=-]+");

    private Text() {}

    /**
     * Description of the first character that is not allowed: control characters except tab and line ends, and lone
     * surrogates.
     */
    public static Optional<String> forbiddenCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of("half a character (a lone surrogate)");
            } else if (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r') {
                return Optional.of(String.format("the control character U+%04X", (int) c));
            }
        }
        return Optional.empty();
    }

    /**
     * Description of the first character that shows nothing or changes the direction of writing: names that differ by such a
     * character only look alike.
     */
    public static Optional<String> invisibleCharacter(String text) {
        return text.codePoints()
                .filter(c -> switch (Character.getType(c)) {
                    case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                    default -> FILLERS.indexOf(c) >= 0;
                })
                .mapToObj(c -> String.format("the invisible character U+%04X", c))
                .findFirst();
    }

    /** Untrusted text without control characters, truncated. */
    public static String excerpt(String text) {
        return truncate(text, EXCERPT_LENGTH);
    }

    /**
     * A message in which quoted input has no control characters and is truncated.
     *
     * @param given untrusted texts; quotes of them are made printable and truncated to 255 characters
     */
    public static String truncateQuotes(String message, Collection<String> given) {
        List<String> repeated = given.stream()
                .flatMap(text -> Stream.of(text, printable(text)))
                .filter(text -> !text.isBlank() && !text.equals(truncate(text, MAX_QUOTE_LENGTH)))
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        String quoted = message;
        for (String text : repeated) {
            quoted = quoted.replace(text, truncate(text, MAX_QUOTE_LENGTH));
        }
        return quoted;
    }

    private static String truncate(String text, int max) {
        String safe = printable(text.length() > max ? text.substring(0, max) : text);
        return text.length() > max ? safe + "…" : safe;
    }

    /** Untrusted text with control characters and lone surrogates replaced. */
    public static String printable(String text) {
        int i = 0;
        while (i < text.length() && isPrintable(text.charAt(i))) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.chars().forEach(c -> safe.append(isPrintable((char) c) ? (char) c : '\uFFFD'));
        return safe.toString();
    }

    /** A word as a shell reads it, without control characters. */
    public static String quoted(String word) {
        String shown = printable(word);
        return PLAIN.matcher(shown).matches() ? shown : "'" + shown.replace("'", "'\\''") + "'";
    }

    private static boolean isPrintable(char c) {
        return (c >= ' ' && c <= '~') || (!Character.isISOControl(c) && !Character.isSurrogate(c));
    }
}

package entente.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What may stand in a text, and how foreign text is shown in a message. */
public final class Text {

    private static final int EXCERPT_LENGTH = 60;

    /** Enough for the paths that people have. */
    private static final int MAX_QUOTE_LENGTH = 255;

    private Text() {}

    /** What in the text is not allowed: control characters but tab and line ends, and halves of characters. */
    static Optional<String> forbiddenCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
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

    /** Foreign text made safe for one line of a terminal, and short. */
    public static String excerpt(String text) {
        return cut(text, EXCERPT_LENGTH);
    }

    /**
     * A message without control characters of a caller, and without more of a caller's text than a person reads.
     *
     * @param given texts of the caller; where the message repeats one, it is made safe and cut to 255 characters
     */
    public static String truncateQuotes(String message, Collection<String> given) {
        List<String> repeated = given.stream()
                .flatMap(text -> Stream.of(text, printable(text)))
                .filter(text -> !text.isBlank() && !text.equals(cut(text, MAX_QUOTE_LENGTH)))
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        String quoted = message;
        for (String text : repeated) {
            quoted = quoted.replace(text, cut(text, MAX_QUOTE_LENGTH));
        }
        return quoted;
    }

    private static String cut(String text, int most) {
        String safe = printable(text.length() > most ? text.substring(0, most) : text);
        return text.length() > most ? safe + "…" : safe;
    }

    /** Foreign text of any length made safe for one line of a terminal. */
    public static String printable(String text) {
        int unsafe = 0;
        while (unsafe < text.length() && printable(text.charAt(unsafe))) {
            unsafe++;
        }
        if (unsafe == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.chars().forEach(c -> safe.append(printable((char) c) ? (char) c : '\uFFFD'));
        return safe.toString();
    }

    private static boolean printable(char c) {
        return !Character.isISOControl(c) && !Character.isSurrogate(c);
    }
}

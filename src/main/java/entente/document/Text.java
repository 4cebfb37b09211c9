package entente.document;

import java.util.Optional;

/** What may stand in a text, and how foreign text is shown in a message. */
public final class Text {

    private static final int SHOWN = 60;

    private Text() {}

    /** What in the text is not allowed: control characters but tab and line ends, and halves of characters. */
    static Optional<String> forbidden(String text) {
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
    public static String shown(String text) {
        String safe = safe(text.length() > SHOWN ? text.substring(0, SHOWN) : text);
        return text.length() > SHOWN ? safe + "…" : safe;
    }

    /** Foreign text of any length made safe for one line of a terminal. */
    public static String safe(String text) {
        int unsafe = 0;
        while (unsafe < text.length() && safe(text.charAt(unsafe))) {
            unsafe++;
        }
        if (unsafe == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.chars().forEach(c -> safe.append(safe((char) c) ? (char) c : '\uFFFD'));
        return safe.toString();
    }

    private static boolean safe(char c) {
        return !Character.isISOControl(c) && !Character.isSurrogate(c);
    }
}

package entente.service.operations;

/** Escapes external text for the log. */
final class LogText {

    /** Maximum characters of a line. */
    static final int MAX_LENGTH = 4096;

    private LogText() {}

    /** Escapes control, line separator and format characters; cuts beyond {@value #MAX_LENGTH} characters. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), MAX_LENGTH) + 16);
        for (int i = 0; i < text.length(); i++) {
            if (line.length() >= MAX_LENGTH) {
                return line.append('…').toString();
            }
            char c = text.charAt(i);
            if (plain(c)) {
                line.append(c);
            } else {
                line.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            }
        }
        return line.toString();
    }

    private static boolean plain(char c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}

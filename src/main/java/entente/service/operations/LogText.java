package entente.service.operations;

/** Text from outside, such that it stays on its line of the log and shows what is in it. */
final class LogText {

    /** Characters of a line that are kept. */
    static final int MAX_LENGTH = 4096;

    private LogText() {}

    /** Controls, line ends and what turns the direction of writing shown as codes; cut beyond {@value #MAX_LENGTH} characters. */
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

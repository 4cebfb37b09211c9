package entente.sheet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold or changes: a workbook writes them as {@code _x000D_}. */
final class CellText {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int HEXADECIMAL = 16;

    private CellText() {}

    static String encode(String text) {
        return ESCAPED.matcher(text).replaceAll("_x005F_x$1_").replace("\r", "_x000D_");
    }

    static String decode(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), HEXADECIMAL))));
    }
}

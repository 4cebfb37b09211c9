package entente.report.form;

import entente.report.wording.Wording;
import java.util.regex.Pattern;

/** Text as pages and documents in XML may hold it. */
public final class AllowedText {

    /** Section and paragraph. */
    private static final Pattern CITATION = Pattern.compile("(§\\d+) (¶)");

    private AllowedText() {}

    /**
     * The text with a sign of replacement for each character that XML 1.0 or HTML does not allow, and for each that would
     * turn the order of what follows: pages and documents have elements for that. A citation stays on one line.
     */
    public static String of(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().map(c -> allowed(c) ? c : '\uFFFD').forEach(allowed::appendCodePoint);
        return CITATION.matcher(allowed).replaceAll("$1" + Wording.GLUE + "$2");
    }

    private static boolean allowed(int c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\n';
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean none = (c & 0xFFFE) == 0xFFFE;
        boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !control && !surrogate && !none && !turning;
    }
}

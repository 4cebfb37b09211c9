package entente.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the styles of cells show a number as. */
record WorkbookStyles(List<Shown> styles) {

    /** As what a number is shown. */
    enum Shown {
        NUMBER,
        DATE,
        PERCENTAGE
    }

    /** Quoted text, escaped characters, and brackets such as colours. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.");

    private static final Pattern DATE = Pattern.compile("[dmyhs]");

    static WorkbookStyles read(Optional<byte[]> part) {
        List<Shown> read = new ArrayList<>();
        Map<Integer, Shown> own = new HashMap<>();
        boolean inside = false;
        byte[] styles = part.orElse("<none/>".getBytes(StandardCharsets.UTF_8));
        for (XmlElements xml = new XmlElements(styles); xml.next(); ) {
            if (xml.starts("numFmt")) {
                own.put(
                        number(xml.attribute("numFmtId")),
                        shown(xml.attribute("formatCode").orElse("")));
            } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                inside = xml.starts("cellXfs");
            } else if (inside && xml.starts("xf")) {
                int format = number(xml.attribute("numFmtId"));
                read.add(own.getOrDefault(format, builtIn(format)));
            }
        }
        return new WorkbookStyles(read);
    }

    Shown shown(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : Shown.NUMBER;
    }

    private static Shown shown(String code) {
        String bare = LITERAL.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        return DATE.matcher(bare).find() ? Shown.DATE : bare.indexOf('%') >= 0 ? Shown.PERCENTAGE : Shown.NUMBER;
    }

    /** The formats that a workbook does not write out. */
    private static Shown builtIn(int format) {
        boolean date = (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
        return date ? Shown.DATE : format == 9 || format == 10 ? Shown.PERCENTAGE : Shown.NUMBER;
    }

    static int number(Optional<String> digits) {
        try {
            return Integer.parseInt(digits.orElse("0"));
        } catch (NumberFormatException damaged) {
            throw RefusedFileException.damaged();
        }
    }
}

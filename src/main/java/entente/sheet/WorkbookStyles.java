package entente.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which cell styles show a number as a date. */
record WorkbookStyles(List<Boolean> dates) {

    /** Quoted text, escaped characters, and brackets such as colours. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.");

    private static final Pattern DATE = Pattern.compile("[dmyhs]");

    static WorkbookStyles read(Optional<byte[]> part) {
        List<Boolean> dates = new ArrayList<>();
        Map<Integer, Boolean> own = new HashMap<>();
        boolean inside = false;
        byte[] styles = part.orElse("<none/>".getBytes(StandardCharsets.UTF_8));
        for (XmlElements xml = new XmlElements(styles); xml.next(); ) {
            if (xml.starts("numFmt")) {
                own.put(
                        number(xml.attribute("numFmtId")),
                        isDate(xml.attribute("formatCode").orElse("")));
            } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                inside = xml.starts("cellXfs");
            } else if (inside && xml.starts("xf")) {
                int format = number(xml.attribute("numFmtId"));
                dates.add(own.getOrDefault(format, isBuiltInDate(format)));
            }
        }
        return new WorkbookStyles(dates);
    }

    boolean isDate(int style) {
        return style >= 0 && style < dates.size() && dates.get(style);
    }

    private static boolean isDate(String code) {
        return DATE.matcher(LITERAL.matcher(code).replaceAll("").toLowerCase(Locale.ROOT))
                .find();
    }

    /** The formats of dates and times that a workbook does not write out. */
    private static boolean isBuiltInDate(int format) {
        return (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
    }

    static int number(Optional<String> digits) {
        try {
            return Integer.parseInt(digits.orElse("0"));
        } catch (NumberFormatException damaged) {
            throw RefusedFileException.damaged();
        }
    }
}

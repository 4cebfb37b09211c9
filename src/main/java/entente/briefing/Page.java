package entente.briefing;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.text.WordUtils;

/** Lines of text, 80 columns wide. */
final class Page {

    static final int WIDTH = 80;

    private final List<String> lines = new ArrayList<>();
    private final Style style;

    Page(Style style) {
        this.style = style;
    }

    Style style() {
        return style;
    }

    Page line(String line) {
        lines.add(line.stripTrailing());
        return this;
    }

    Page gap() {
        return line("");
    }

    /** A paragraph, broken at words and indented. */
    Page paragraph(int indent, String text) {
        for (String line : wrapped(text, WIDTH - indent)) {
            line(" ".repeat(indent) + line);
        }
        return this;
    }

    /** A paragraph whose first line begins further left than the rest. */
    Page hanging(int indent, int rest, String text) {
        // Columns at the beginning stay columns: no line is broken in them and none of their spaces is dropped.
        int column = text.length() - text.stripLeading().length();
        String kept = String.valueOf(Words.GLUE).repeat(column) + text.substring(column);
        String first = wrapped(kept, WIDTH - indent).get(0);
        line(" ".repeat(indent) + first);
        String more = kept.substring(first.length()).strip();
        return more.isEmpty() ? this : paragraph(rest, more);
    }

    /** A heading on the left, column titles on the right. */
    Page heading(String left, String right) {
        String space = " ".repeat(Math.max(1, WIDTH - width(left) - width(right)));
        return gap().line(style.strong(left) + style.faint(space + right));
    }

    /** Text on the left, points and paragraphs in columns on the right; long text runs over several lines. */
    Page row(int indent, String text, String points, String right) {
        int room = WIDTH - indent - COLUMNS;
        List<String> broken = wrapped(text, room);
        for (int i = 0; i < broken.size(); i++) {
            String last = i == broken.size() - 1 ? columns(indent, broken.get(i), points, right) : broken.get(i);
            line(" ".repeat(indent) + last);
        }
        return this;
    }

    private static final int COLUMNS = 22;

    private static String columns(int indent, String text, String points, String right) {
        int room = WIDTH - indent - COLUMNS;
        String figure = " ".repeat(Math.max(0, 8 - width(points))) + points;
        return text + " ".repeat(Math.max(0, room - width(text))) + figure + (right.isEmpty() ? "" : "  " + right);
    }

    static List<String> wrapped(String text, int width) {
        return WordUtils.wrap(text, width, "\n", true)
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return String.join("\n", lines).replace(Words.GLUE, ' ') + "\n";
    }
}

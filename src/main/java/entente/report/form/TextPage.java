package entente.report.form;

import entente.model.Scenario;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lines of text, 80 columns wide. */
public final class TextPage {

    public static final int WIDTH = 80;

    private static final int COLUMNS = 22;
    private static final int FIGURE = 8;

    private final List<String> lines = new ArrayList<>();
    private final TextStyle style;

    public TextPage(TextStyle style) {
        this.style = style;
    }

    public TextStyle style() {
        return style;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public TextPage line(String line) {
        lines.add(line.stripTrailing());
        return this;
    }

    public TextPage blankLine() {
        return line("");
    }

    /** A paragraph, broken at words and indented. */
    public TextPage paragraph(int indent, String text) {
        for (String line : wrapped(text, WIDTH - indent)) {
            line(" ".repeat(indent) + line);
        }
        return this;
    }

    /** A paragraph with a hanging indent. */
    public TextPage hanging(int indent, int rest, String text) {
        List<String> broken = wrapped(text, WIDTH - indent, WIDTH - rest);
        for (int i = 0; i < broken.size(); i++) {
            line(" ".repeat(i == 0 ? indent : rest) + broken.get(i));
        }
        return this;
    }

    /** A label on the left with a paragraph in its own column. */
    public TextPage labelled(int indent, String label, int column, String text) {
        String head = " ".repeat(indent) + label;
        String space = " ".repeat(Math.max(1, column - width(head)));
        List<String> broken = wrapped(text, WIDTH - width(head + space), WIDTH - column);
        line(head + space + broken.get(0));
        broken.stream().skip(1).forEach(more -> line(" ".repeat(column) + more));
        return this;
    }

    /** What the page is about: the title of a scenario, its id and its date. */
    public TextPage title(Scenario scenario) {
        String right = scenario.id() + scenario.asOf().map(d -> ", as of " + d).orElse("");
        List<String> title = wrapped(scenario.title(), WIDTH);
        int space = WIDTH - width(title.get(0)) - width(right);
        if (title.size() == 1 && space >= 2) {
            return line(style.strong(title.get(0)) + style.faint(" ".repeat(space) + right));
        }
        title.forEach(line -> line(style.strong(line)));
        wrapped(right, WIDTH).forEach(line -> line(style.faint(line)));
        return this;
    }

    /** A heading on the left, column titles on the right. */
    public TextPage heading(String left, String right) {
        String space = " ".repeat(Math.max(1, WIDTH - width(left) - width(right)));
        return blankLine().line(style.strong(left) + style.faint(space + right.stripTrailing()));
    }

    /** Text on the left, points and paragraphs in columns on the right; long text runs over several lines. */
    public TextPage row(int indent, String text, String points, String right) {
        return row(indent, text, points, right, figure -> figure);
    }

    /** A row whose figure is styled. */
    public TextPage row(int indent, String text, String points, String right, UnaryOperator<String> mark) {
        int room = WIDTH - indent - COLUMNS;
        List<String> broken = wrapped(text, room);
        String figure = " ".repeat(Math.max(0, FIGURE - width(points))) + mark.apply(points);
        for (int i = 0; i < broken.size() - 1; i++) {
            line(" ".repeat(indent) + broken.get(i));
        }
        String last = broken.get(broken.size() - 1);
        String space = " ".repeat(room - width(last));
        return line(" ".repeat(indent) + last + space + figure + (right.isEmpty() ? "" : "  " + right));
    }

    public static List<String> wrapped(String text, int width) {
        return wrapped(text, width, width);
    }

    /** Wraps at blanks; a word longer than a line is split. */
    private static List<String> wrapped(String text, int first, int rest) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            String left = word;
            int room = lines.isEmpty() ? first : rest;
            if (line.length() > 0 && width(line.toString()) + 1 + width(left) > room) {
                lines.add(line.toString());
                line.setLength(0);
                room = rest;
            }
            while (width(left) > room) {
                int cut = left.offsetByCodePoints(0, room);
                lines.add(left.substring(0, cut));
                left = left.substring(cut);
                room = rest;
            }
            line.append(line.length() > 0 ? " " : "").append(left);
        }
        lines.add(line.toString());
        return lines;
    }

    public static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return String.join("\n", lines).replace(Wording.GLUE, ' ') + "\n";
    }
}

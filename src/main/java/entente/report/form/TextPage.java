package entente.report.form;

import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lombok.RequiredArgsConstructor;

/** Lines of text, 80 columns wide. */
@RequiredArgsConstructor
public final class TextPage {

    public static final int WIDTH = 80;

    private final List<String> lines = new ArrayList<>();
    private final TextStyle style;

    public TextStyle style() {
        return style;
    }

    public TextPage line(String line) {
        lines.add(line.stripTrailing());
        return this;
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public TextPage blankLine() {
        return line("");
    }

    /** A paragraph, broken at words and indented. */
    public TextPage paragraph(int indent, String text) {
        return hanging(indent, indent, text);
    }

    /** A paragraph with a hanging indent. */
    public TextPage hanging(int indent, int rest, String text) {
        return hanging(indent, rest, text, line -> line);
    }

    /** The same in a style, which its indent has too. */
    public TextPage hanging(int indent, int rest, String text, UnaryOperator<String> styled) {
        List<String> broken = wrapped(text, WIDTH - indent, WIDTH - rest);
        for (int i = 0; i < broken.size(); i++) {
            line(styled.apply(" ".repeat(i == 0 ? indent : rest) + broken.get(i)));
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

    /** What the page is about, and on the right what stands beside that, such as an id and a date. */
    public TextPage title(String title, String right) {
        List<String> lines = wrapped(title, WIDTH);
        int space = WIDTH - width(lines.get(0)) - width(right);
        if (lines.size() == 1 && space >= 2) {
            return line(style.strong(lines.get(0)) + style.faint(" ".repeat(space) + right));
        }
        lines.forEach(line -> line(style.strong(line)));
        if (!right.isEmpty()) {
            wrapped(right, WIDTH).forEach(line -> line(style.faint(line)));
        }
        return this;
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

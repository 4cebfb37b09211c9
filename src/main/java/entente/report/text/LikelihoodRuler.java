package entente.report.text;

import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.report.form.LikelihoodFigure;
import entente.report.form.TextPage;
import java.util.Arrays;
import java.util.List;

/** The likelihood on a scale of bands, with a mark at the point estimate and a bracket for the interval. */
final class LikelihoodRuler {

    private static final int INDENT = 2;
    private static final int LENGTH = 76;
    private static final int[] ICD203 = {0, 14, 24, 33, 42, 51, 60, 67, 75};
    private static final int[] PHIA = {0, 8, 11, 19, 22, 30, 33, 42, 45, 53, 56, 64, 67, 75};

    private final TextPage page;
    private final LikelihoodFigure figure;
    private final List<Word> words;

    /** Where each word or gap begins, and where the last ends. */
    private final int[] columns;

    private LikelihoodRuler(TextPage page, LikelihoodFigure figure) {
        this.page = page;
        this.figure = figure;
        this.words = figure.words();
        this.columns = figure.scale() == LikelihoodScale.PHIA ? PHIA : ICD203;
    }

    static void draw(TextPage page, LikelihoodFigure figure) {
        LikelihoodRuler ruler = new LikelihoodRuler(page, figure);
        ruler.names(0);
        ruler.names(1);
        ruler.ruler();
        ruler.figures();
        if (figure.interval().widthTenths() > 0) {
            ruler.bracket();
        }
    }

    private boolean named(int i) {
        return i >= 0 && i < words.size() && words.get(i).adjacent().isEmpty();
    }

    /** Each term over two lines: its last word below, what is before that above. */
    private void names(int line) {
        char[] text = blank();
        for (int i = 0; i < words.size(); i++) {
            if (named(i)) {
                String term = words.get(i).term().replaceFirst("^a ", "");
                int blank = term.lastIndexOf(' ');
                String name = line == 1 ? term.substring(blank + 1) : term.substring(0, Math.max(0, blank));
                write(text, (columns[i] + columns[i + 1]) / 2 - name.length() / 2, name);
            }
        }
        page.line(page.style().faint(indented(text)));
    }

    private void ruler() {
        char[] ruler = blank();
        for (int i = 0; i < words.size(); i++) {
            if (named(i)) {
                Arrays.fill(ruler, columns[i], columns[i + 1] + 1, '─');
            }
        }
        for (int i = 0; i < columns.length; i++) {
            boolean left = named(i - 1);
            boolean right = named(i);
            ruler[columns[i]] = left && right ? '┼' : right ? '├' : '┤';
        }
        ruler[column(figure.point())] = '▲';
        page.line(indented(ruler));
    }

    private int percent(int i) {
        return i == 0 ? 0 : i == words.size() ? 100 : words.get(i).from();
    }

    private void figures() {
        char[] figures = blank();
        for (int i = 0; i < columns.length; i++) {
            String percent = Integer.toString(percent(i));
            int left = columns[i] - (i == 0 ? 0 : percent.length() / 2);
            write(figures, Math.min(left, LENGTH - percent.length()), percent);
        }
        page.line(page.style().faint(indented(figures)));
    }

    private void bracket() {
        int from = column(figure.interval().low());
        int to = Math.max(from + 1, column(figure.interval().high()));
        String bracket = " ".repeat(INDENT + from) + "╰" + "─".repeat(to - from - 1) + "╯";
        page.line(bracket);
    }

    /** The column of a percentage, never on a mark, so that its band is unambiguous. */
    private int column(Percent percent) {
        int i = words.stream()
                .map(Word::term)
                .toList()
                .indexOf(figure.scale().term(percent).term());
        double share = (percent.value() - percent(i)) / (percent(i + 1) - percent(i));
        double column = columns[i] + share * (columns[i + 1] - columns[i]);
        return Math.max(columns[i] + 1, Math.min(columns[i + 1] - 1, (int) Math.rint(column)));
    }

    private static char[] blank() {
        char[] line = new char[TextPage.WIDTH];
        Arrays.fill(line, ' ');
        return line;
    }

    private static void write(char[] line, int at, String text) {
        text.getChars(0, text.length(), line, Math.max(0, at));
    }

    private static String indented(char[] line) {
        return " ".repeat(INDENT) + new String(line).stripTrailing();
    }
}

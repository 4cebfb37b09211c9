package entente.report.text;

import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.report.form.Axis;
import entente.report.form.LikelihoodFigure;
import entente.report.form.TextPage;
import java.util.Arrays;
import java.util.List;

/** The likelihood on a scale of bands in log odds, with a mark at the point estimate and a bracket for the interval. */
record LikelihoodRuler(TextPage page, LikelihoodFigure figure, List<Word> words) {

    private static final int INDENT = 2;
    private static final int LENGTH = 76;
    /** How far a term may stand from the middle of its band, nearest first. */
    private static final int[] SHIFTS = {0, 1, -1, 2, -2};

    static void draw(TextPage page, LikelihoodFigure figure) {
        LikelihoodRuler ruler = new LikelihoodRuler(page, figure, figure.scale().words());
        ruler.names();
        ruler.ruler();
        ruler.figures();
        if (figure.interval().widthTenths() > 0) {
            ruler.bracket();
        }
    }

    private boolean named(int i) {
        return i >= 0 && i < words.size() && words.get(i).adjacent().isEmpty();
    }

    /** The terms that have room, from the left, but first that of the likelihood if its band is too narrow for it. */
    private void names() {
        char[][] lines = {blank(), blank()};
        Word now = figure.scale().term(figure.point());
        if (isNarrow(now)) {
            name(now, lines);
        }
        words.stream()
                .filter(word -> !(word.term().equals(now.term()) && isNarrow(now)))
                .forEach(word -> name(word, lines));
        for (char[] line : lines) {
            page.line(page.style().faint(text(line)));
        }
    }

    private static boolean isNarrow(Word word) {
        String last = word.term().substring(word.term().lastIndexOf(' ') + 1);
        return last.length() < word.term().length() && last.length() > column(word.end()) - column(word.from());
    }

    /** Over two lines, its last word below; on the upper line where the band is narrow or the lower one is taken. */
    private static void name(Word word, char[][] lines) {
        if (word.adjacent().isEmpty()) {
            String term = word.term().replaceFirst("^a ", "");
            int blank = Math.max(0, term.lastIndexOf(' '));
            if (!(isNarrow(word) && hasPlace(word, lines, term, ""))
                    && !hasPlace(
                            word,
                            lines,
                            term.substring(0, blank),
                            term.substring(blank).strip())) {
                hasPlace(word, lines, term, "");
            }
        }
    }

    private static boolean hasPlace(Word word, char[][] lines, String upper, String lower) {
        double middle = (column(word.from()) + column(word.end()) + 1) / 2.0;
        int above = (int) Math.rint(middle - upper.length() / 2.0);
        int below = (int) Math.rint(middle - lower.length() / 2.0);
        for (int shift : SHIFTS) {
            if (isFree(lines[0], above + shift, upper) && isFree(lines[1], below + shift, lower)) {
                write(lines[0], above + shift, upper);
                write(lines[1], below + shift, lower);
                return true;
            }
        }
        return false;
    }

    private static boolean isFree(char[] line, int at, String text) {
        return text.isEmpty()
                || (at >= -INDENT
                        && at + text.length() <= LENGTH
                        && new String(line, Math.max(0, INDENT + at - 1), text.length() + 2).isBlank());
    }

    private void ruler() {
        char[] ruler = blank();
        for (int i = 0; i < words.size(); i++) {
            if (named(i)) {
                int from = INDENT + column(words.get(i).from());
                Arrays.fill(ruler, from, INDENT + column(words.get(i).end()) + 1, '─');
            }
        }
        Axis.WHOLE.ticks().forEach(tick -> ruler[INDENT + column(tick.value())] = '┬');
        for (int i = 0; i <= words.size(); i++) {
            int column = i == words.size() ? LENGTH - 1 : column(words.get(i).from());
            ruler[INDENT + column] = named(i - 1) && named(i) ? '┼' : named(i) ? '├' : '┤';
        }
        ruler[INDENT + column(figure.point())] = '▲';
        page.line(text(ruler));
    }

    private void figures() {
        char[] figures = blank();
        for (Percent tick : Axis.WHOLE.ticks()) {
            String number = Axis.number(tick);
            int at = Math.min(column(tick.value()) - number.length() / 2, LENGTH - number.length());
            write(figures, Math.max(0, at), number);
        }
        page.line(page.style().faint(text(figures)));
    }

    private void bracket() {
        int from = column(figure.interval().low());
        int to = Math.max(from + 1, column(figure.interval().high()));
        page.line(" ".repeat(INDENT + from) + "╰" + "─".repeat(to - from - 1) + "╯");
    }

    private static int column(double percent) {
        return Axis.WHOLE.column(percent, LENGTH);
    }

    private int column(Percent percent) {
        List<Integer> borders = words.stream().skip(1).map(Word::from).toList();
        return Axis.WHOLE.column(percent, borders, LENGTH);
    }

    private static char[] blank() {
        char[] line = new char[TextPage.WIDTH];
        Arrays.fill(line, ' ');
        return line;
    }

    private static void write(char[] line, int at, String text) {
        text.getChars(0, text.length(), line, INDENT + at);
    }

    private static String text(char[] line) {
        return new String(line).stripTrailing();
    }
}

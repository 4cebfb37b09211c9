package entente.report.text;

import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.report.form.Axis;
import entente.report.form.LikelihoodFigure;
import entente.report.form.TextPage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The likelihood on a scale of bands in log odds, with a mark at the point estimate and a bracket for the interval. */
record LikelihoodRuler(TextPage page, LikelihoodFigure figure, List<Word> words) {

    private static final int INDENT = 2;
    private static final int LENGTH = 76;

    /** Blanks between two terms. */
    private static final int GAP = 3;

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

    /** The terms that have room: first that of the likelihood, then those of the interval, then those at the ends of the scale. */
    private void names() {
        char[] line = blank();
        Stream.of(figure.point(), figure.interval().low(), figure.interval().high(), Percent.LOWEST, Percent.HIGHEST)
                .map(figure.scale()::term)
                .filter(word -> word.adjacent().isEmpty())
                .forEach(word -> name(word, line));
        page.line(page.style().faint(text(line)));
    }

    private static void name(Word word, char[] line) {
        String term = word.term().replaceFirst("^a ", "");
        int middle = (column(word.from()) + column(word.end()) + 1) / 2;
        int at = Math.min(Math.max(0, middle - term.length() / 2), LENGTH - term.length());
        int from = Math.max(0, INDENT + at - GAP);
        if (new String(line, from, Math.min(line.length, INDENT + at + term.length() + GAP) - from).isBlank()) {
            write(line, at, term);
        }
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

package entente.report.text;

import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.report.form.Axis;
import entente.report.form.LikelihoodFigure;
import entente.report.form.TextPage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The likelihood on a scale of bands in log odds, with a mark at the point estimate and a bracket for the interval. */
record LikelihoodRuler(TextPage page, LikelihoodFigure figure, List<Word> words) {

    private static final int INDENT = 2;
    private static final int LENGTH = 76;

    /** As many as the longest term has words. */
    private static final int LINES = 3;

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

    /** The terms that have room, a word to a line: first that of the likelihood, then those of the interval, then the others. */
    private void names() {
        List<char[]> lines =
                Stream.generate(LikelihoodRuler::blank).limit(LINES).toList();
        Stream.concat(
                        Stream.of(
                                        figure.point(),
                                        figure.interval().low(),
                                        figure.interval().high())
                                .map(figure.scale()::term),
                        words.stream())
                .filter(word -> word.adjacent().isEmpty())
                .forEach(word -> name(word, lines));
        lines.stream()
                .map(LikelihoodRuler::text)
                .filter(line -> !line.isEmpty())
                .forEach(line -> page.line(page.style().faint(line)));
    }

    private static void name(Word word, List<char[]> lines) {
        List<String> parts = List.of(word.term().replaceFirst("^a ", "").split(" "));
        int middle = (column(word.from()) + column(word.end())) / 2;
        List<char[]> own = lines.subList(LINES - parts.size(), LINES);
        if (IntStream.range(0, parts.size()).allMatch(i -> isFree(own.get(i), parts.get(i), middle))) {
            IntStream.range(0, parts.size()).forEach(i -> write(own.get(i), at(parts.get(i), middle), parts.get(i)));
        }
    }

    private static int at(String text, int middle) {
        return Math.min(Math.max(0, middle - text.length() / 2), LENGTH - text.length());
    }

    private static boolean isFree(char[] line, String text, int middle) {
        int from = INDENT + at(text, middle);
        return new String(line)
                .substring(from - 1, Math.min(line.length, from + text.length() + 1))
                .isBlank();
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

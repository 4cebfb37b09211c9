package entente.report.html;

import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.report.form.LikelihoodFigure;
import entente.report.wording.Wording;
import java.util.List;

/** A likelihood on a scale of words; each word has the same room, and a gap between two words half of it. */
public final class LikelihoodChart {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 96;
    private static final int LEFT = 20;
    private static final int RIGHT = 940;
    private static final int LINE = 54;
    private static final int LETTERS = 14;

    private final Chart.Canvas canvas = new Chart.Canvas();
    private final LikelihoodFigure figure;
    private final List<Word> words;
    private final double unit;

    private LikelihoodChart(LikelihoodFigure figure) {
        this.figure = figure;
        this.words = figure.words();
        this.unit = (RIGHT - LEFT)
                / words.stream().mapToDouble(LikelihoodChart::share).sum();
    }

    /** Called by the template. */
    public static Chart of(LikelihoodFigure figure) {
        LikelihoodChart chart = new LikelihoodChart(figure);
        chart.scale();
        chart.marks();
        return new Chart(
                "likelihood",
                "The likelihood on a scale of words",
                figure.description(),
                WIDTH,
                HEIGHT,
                chart.canvas.shapes());
    }

    private static double share(Word word) {
        return word.adjacent().isEmpty() ? 1 : 0.5;
    }

    private void scale() {
        double x = LEFT;
        for (Word word : words) {
            double end = x + unit * share(word);
            if (word.adjacent().isEmpty()) {
                canvas.box(x, LINE - 1, end - x, 2, "edge");
                canvas.above((x + end) / 2, LINE - 15, 15, "middle", "faint", word.term(), LETTERS);
            }
            canvas.line(x, LINE - 6, LINE + 6, "end");
            canvas.label(x, LINE + 36, "middle", "faint", Integer.toString(word.from()));
            x = end;
        }
        canvas.line(x, LINE - 6, LINE + 6, "end");
        int last = words.get(words.size() - 1).to();
        canvas.label(x, LINE + 36, "middle", "faint", Integer.toString(last));
    }

    private void marks() {
        double point = x(figure.point());
        if (figure.interval().widthTenths() > 0) {
            double low = x(figure.interval().low());
            canvas.box(low, LINE - 4, x(figure.interval().high()) - low, 8, "open");
        }
        canvas.line(point, LINE - 9, LINE + 9, "now");
        canvas.label(point, LINE + 22, "middle", "", Wording.percent(figure.point()));
    }

    private double x(Percent percent) {
        double x = LEFT;
        Word term = figure.scale().term(percent);
        for (Word word : words) {
            if (word.equals(term)) {
                return x
                        + unit * share(word) * Math.min(1, (percent.value() - word.from()) / (word.to() - word.from()));
            }
            x += unit * share(word);
        }
        throw new IllegalStateException("no word for " + percent);
    }
}

package entente.report.text;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Interval;
import entente.report.form.LikelihoodFigure;
import entente.report.form.TextPage;
import entente.report.wording.Wording;
import java.util.Arrays;

/** The likelihood on a scale of bands, with a mark at the point estimate and a bracket for the interval. */
final class LikelihoodRuler {

    private static final int INDENT = 2;
    private static final int LENGTH = 76;
    private static final String[] GAP = {};

    private static final LikelihoodRuler ICD203 = new LikelihoodRuler(
            new int[] {0, 5, 20, 45, 55, 80, 95, 100}, new int[] {0, 9, 20, 34, 43, 57, 67, 75}, new String[][] {
                {"almost no", "chance"},
                {"very", "unlikely"},
                {"", "unlikely"},
                {"roughly", "even"},
                {"", "likely"},
                {"very", "likely"},
                {"almost", "certain"}
            });
    private static final LikelihoodRuler PHIA = new LikelihoodRuler(
            new int[] {0, 5, 10, 20, 25, 35, 40, 50, 55, 75, 80, 90, 95, 100},
            new int[] {0, 8, 11, 19, 22, 30, 33, 42, 45, 53, 56, 64, 67, 75},
            new String[][] {
                {"remote", "chance"},
                GAP,
                {"highly", "unlikely"},
                GAP,
                {"", "unlikely"},
                GAP,
                {"realistic", "possibility"},
                GAP,
                {"", "likely"},
                GAP,
                {"highly", "likely"},
                GAP,
                {"almost", "certain"}
            });

    private final int[] percents;
    private final int[] columns;
    private final String[][] names;

    /** @param names the name of the band that begins at each mark */
    private LikelihoodRuler(int[] percents, int[] columns, String[][] names) {
        this.percents = percents;
        this.columns = columns;
        this.names = names;
    }

    static void draw(TextPage page, LikelihoodFigure figure) {
        LikelihoodScale scale = figure.scale();
        Interval interval = figure.interval();
        LikelihoodRuler ruler = scale == LikelihoodScale.PHIA ? PHIA : ICD203;
        ruler.names(page);
        ruler.ruler(page, ruler.column(scale, figure.point()));
        ruler.figures(page);
        if (interval.widthTenths() > 0) {
            bracket(
                    page,
                    ruler.column(scale, interval.low()),
                    ruler.column(scale, interval.high()),
                    interval,
                    figure.openReadings());
        }
    }

    private boolean named(int band) {
        return band >= 0 && band < names.length && names[band].length > 0;
    }

    private void names(TextPage page) {
        for (int line = 0; line < 2; line++) {
            char[] text = blank();
            for (int i = 0; i < names.length; i++) {
                if (named(i)) {
                    String name = names[i][line];
                    write(text, (columns[i] + columns[i + 1]) / 2 - name.length() / 2, name);
                }
            }
            page.line(page.style().faint(indented(text)));
        }
    }

    private void ruler(TextPage page, int mark) {
        char[] ruler = blank();
        for (int i = 0; i < names.length; i++) {
            if (named(i)) {
                Arrays.fill(ruler, columns[i], columns[i + 1] + 1, '─');
            }
        }
        for (int i = 0; i < columns.length; i++) {
            boolean left = named(i - 1);
            boolean right = named(i);
            ruler[columns[i]] = left && right ? '┼' : right ? '├' : '┤';
        }
        ruler[mark] = '▲';
        page.line(indented(ruler));
    }

    private void figures(TextPage page) {
        char[] figures = blank();
        for (int i = 0; i < percents.length; i++) {
            String figure = Integer.toString(percents[i]);
            int left = columns[i] - (i == 0 ? 0 : figure.length() / 2);
            write(figures, Math.min(left, LENGTH - figure.length()), figure);
        }
        page.line(page.style().faint(indented(figures)));
    }

    private static void bracket(TextPage page, int from, int end, Interval interval, String open) {
        int to = Math.max(from + 1, end);
        String bracket = "╰" + "─".repeat(to - from - 1) + "╯";
        String text =
                Wording.percent(interval.low()) + " to " + Wording.percent(interval.high()) + " depending on " + open;
        String line = " ".repeat(INDENT + from) + bracket;
        if (line.length() + 1 + text.length() <= TextPage.WIDTH) {
            page.line(line + " " + text);
        } else {
            page.line(line);
            page.line(" ".repeat(Math.max(0, Math.min(INDENT + from, TextPage.WIDTH - text.length()))) + text);
        }
    }

    /** The column of a percentage, never on a mark, so that its band is unambiguous. */
    private int column(LikelihoodScale scale, Percent percent) {
        int from = scale.term(percent).from();
        int i = 0;
        while (percents[i + 1] <= from) {
            i++;
        }
        double share = (percent.value() - percents[i]) / (percents[i + 1] - percents[i]);
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

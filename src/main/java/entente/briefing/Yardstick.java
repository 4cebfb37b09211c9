package entente.briefing;

import entente.domain.Band;
import entente.domain.Interval;
import entente.domain.Percent;
import entente.domain.ScaleOfWords;
import java.util.Arrays;

/** The likelihood on a ruler: bands wide enough for their names, a mark at the point, a bracket over the interval. */
final class Yardstick {

    private static final int[] PERCENTS = {0, 5, 20, 45, 55, 80, 95, 100};
    private static final int[] COLUMNS = {0, 9, 20, 34, 43, 57, 67, 75};
    private static final String[][] NAMES = {
        {"almost no", "chance"},
        {"very", "unlikely"},
        {"", "unlikely"},
        {"roughly", "even"},
        {"", "likely"},
        {"very", "likely"},
        {"almost", "certain"}
    };
    private static final int INDENT = 2;
    private static final int LENGTH = 76;

    private Yardstick() {}

    static void draw(Page page, Percent point, Interval interval, ScaleOfWords scale) {
        if (scale == ScaleOfWords.ICD203) {
            for (int line = 0; line < 2; line++) {
                char[] names = blank();
                for (Band band : Band.values()) {
                    String name = NAMES[band.ordinal()][line];
                    int middle = (COLUMNS[band.ordinal()] + COLUMNS[band.ordinal() + 1]) / 2;
                    write(names, middle - name.length() / 2, name);
                }
                page.line(page.style().faint(indented(names)));
            }
        }
        char[] ruler = blank();
        Arrays.fill(ruler, 0, LENGTH, '─');
        for (int column : COLUMNS) {
            ruler[column] = '┼';
        }
        ruler[0] = '├';
        ruler[LENGTH - 1] = '┤';
        ruler[column(point)] = '▲';
        page.line(indented(ruler));
        char[] figures = blank();
        for (int i = 0; i < PERCENTS.length; i++) {
            String figure = Integer.toString(PERCENTS[i]);
            write(figures, Math.min(COLUMNS[i] - (i == 0 ? 0 : figure.length() / 2), LENGTH - figure.length()), figure);
        }
        page.line(page.style().faint(indented(figures)));
        if (interval.widthTenths() > 0) {
            bracket(page, interval);
        }
    }

    private static void bracket(Page page, Interval interval) {
        int from = column(interval.low());
        int to = Math.max(from + 1, column(interval.high()));
        String text = "╰" + "─".repeat(to - from - 1) + "╯ "
                + Words.percent(interval.low().value()) + " to "
                + Words.percent(interval.high().value()) + " over what nobody rated";
        String bracket = "╰" + "─".repeat(to - from - 1) + "╯";
        boolean fits = INDENT + from + text.length() <= Page.WIDTH;
        page.line(" ".repeat(INDENT + from) + (fits ? text : bracket));
        if (!fits) {
            String below = text.substring(bracket.length() + 1);
            int start = Math.max(0, Math.min(INDENT + from, Page.WIDTH - below.length()));
            page.line(" ".repeat(start) + below);
        }
    }

    private static int column(Percent percent) {
        double value = percent.value();
        for (int i = 1; i < PERCENTS.length; i++) {
            if (value < PERCENTS[i] || i == PERCENTS.length - 1) {
                double share = (value - PERCENTS[i - 1]) / (PERCENTS[i] - PERCENTS[i - 1]);
                double column = COLUMNS[i - 1] + share * (COLUMNS[i] - COLUMNS[i - 1]);
                // The mark stays off the lines between bands, so that its band can be told.
                return Math.max(COLUMNS[i - 1] + 1, Math.min(COLUMNS[i] - 1, (int) Math.rint(column)));
            }
        }
        throw new IllegalStateException("no such percentage");
    }

    private static char[] blank() {
        char[] line = new char[Page.WIDTH];
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

package entente.report.html;

import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.report.html.Chart.Canvas;
import entente.report.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The likelihoods of several groups as letters on one yardstick, which is repeated for each round. */
public final class RoundsChart {

    private static final int WIDTH = 680;
    private static final int RULER = 40;
    private static final int NAME = 16;
    /** Height of a mark, and the least distance between two of one line. */
    private static final int MARK = 18;

    private static final int BELOW = 10;
    private static final int LETTERS = 10;

    private final Canvas canvas = new Canvas();
    private int foot = RULER + 26;

    private RoundsChart() {}

    /** @param marks in any order; those that would cover each other stand above each other */
    public record Round(String name, List<Mark> marks) {}

    public record Mark(String letter, Percent likelihood) {}

    /** @param baseline drawn as a dashed line through all rounds */
    public static Chart of(List<Round> rounds, Percent baseline) {
        RoundsChart chart = new RoundsChart();
        chart.ruler();
        rounds.forEach(chart::round);
        double x = x(baseline.value());
        chart.canvas.line(x, RULER + 20, chart.foot, "leader");
        return new Chart(
                "rounds",
                "The groups' likelihoods at the end of each round",
                description(rounds, baseline),
                WIDTH,
                chart.foot + 4,
                chart.canvas.shapes());
    }

    private static String description(List<Round> rounds, Percent baseline) {
        return "A yardstick from 0 to 100 percent, with a dashed line at the point of departure, "
                + Wording.percent(baseline) + ". "
                + rounds.stream()
                        .map(round -> round.name() + ": "
                                + round.marks().stream()
                                        .map(mark -> mark.letter() + " " + Wording.percent(mark.likelihood()))
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static double x(double percent) {
        return MARK / 2.0 + percent / 100 * (WIDTH - MARK);
    }

    private void ruler() {
        canvas.line(x(0), RULER, x(100), RULER, "axis");
        for (Word word : LikelihoodScale.ICD203.words()) {
            canvas.line(x(word.from()), RULER, RULER + 7, "axis");
            // The lowest band is too narrow for its term, and for the number of its end.
            if (word.from() != Band.BELOW_ONE_PERCENT.to()) {
                canvas.label(x(word.from()), RULER + 20, "middle", "tick", Integer.toString(word.from()));
            }
            if (word.to() != Band.BELOW_ONE_PERCENT.to()) {
                double middle = (x(word.from()) + x(word.to())) / 2;
                canvas.above(middle, RULER - 8, 13, "middle", "tick", word.term(), LETTERS);
            }
        }
        canvas.line(x(100), RULER, RULER + 7, "axis");
        canvas.label(x(100), RULER + 20, "middle", "tick", "100");
    }

    private void round(Round round) {
        List<Double> ends = new ArrayList<>();
        List<Mark> ascending = round.marks().stream()
                .sorted(Comparator.comparing(Mark::likelihood).thenComparing(Mark::letter))
                .toList();
        List<Integer> lines = new ArrayList<>();
        for (Mark mark : ascending) {
            double x = x(mark.likelihood().value());
            int line = 0;
            while (line < ends.size() && ends.get(line) > x) {
                line++;
            }
            if (line == ends.size()) {
                ends.add(0.0);
            }
            ends.set(line, x + MARK);
            lines.add(line);
        }
        canvas.label(WIDTH, foot + NAME - 4, "end", "strong", round.name());
        double base = foot + NAME + MARK * Math.max(1, ends.size());
        canvas.line(x(0), base, x(100), base, "joint");
        for (int i = 0; i < ascending.size(); i++) {
            double x = x(ascending.get(i).likelihood().value());
            double y = base - MARK / 2.0 - MARK * lines.get(i);
            canvas.dot(x, y, MARK / 2.0 - 0.5, "mark");
            canvas.label(x, y + 3.5, "middle", "letter", ascending.get(i).letter());
        }
        foot = (int) base + BELOW;
    }
}

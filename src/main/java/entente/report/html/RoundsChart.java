package entente.report.html;

import entente.model.LikelihoodScale;
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
    private static final int RULER = 52;
    private static final int NAME = 16;
    /** Height of a mark, and the least distance between two of one line. */
    private static final int MARK = 18;

    private static final int BELOW = 10;

    private final Canvas canvas = new Canvas();
    private final Yardstick yardstick = new Yardstick(canvas, LikelihoodScale.ICD203, 12, WIDTH - 22, RULER, 5.4);
    private int foot = RULER + 26;

    private RoundsChart() {}

    /** @param marks in any order; those that would cover each other stand above each other */
    public record Round(String name, List<Mark> marks) {}

    public record Mark(String letter, Percent likelihood) {}

    /** @param baseline drawn as a dashed line through all rounds */
    public static Chart of(List<Round> rounds, Percent baseline) {
        RoundsChart chart = new RoundsChart();
        chart.yardstick.draw("axis", "tick", "tick", baseline);
        rounds.forEach(chart::round);
        double x = chart.yardstick.x(baseline);
        chart.canvas.line(x, RULER + 9, chart.foot, "leader");
        return new Chart(
                "rounds",
                "The groups' likelihoods at the end of each round",
                description(rounds, baseline),
                WIDTH,
                chart.foot + 4,
                chart.canvas.shapes());
    }

    private static String description(List<Round> rounds, Percent baseline) {
        return "A yardstick of log odds, with a dashed line at the point of departure, "
                + Wording.percent(baseline) + ". "
                + rounds.stream()
                        .map(round -> round.name() + ": "
                                + round.marks().stream()
                                        .map(mark -> mark.letter() + " " + Wording.percent(mark.likelihood()))
                                        .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private void round(Round round) {
        List<Double> ends = new ArrayList<>();
        List<Mark> ascending = round.marks().stream()
                .sorted(Comparator.comparing(Mark::likelihood).thenComparing(Mark::letter))
                .toList();
        List<Integer> lines = new ArrayList<>();
        for (Mark mark : ascending) {
            double x = yardstick.x(mark.likelihood());
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
        canvas.line(yardstick.x(0), base, yardstick.x(100), base, "joint");
        for (int i = 0; i < ascending.size(); i++) {
            double x = yardstick.x(ascending.get(i).likelihood());
            double y = base - MARK / 2.0 - MARK * lines.get(i);
            canvas.dot(x, y, MARK / 2.0 - 0.5, "mark");
            canvas.label(x, y + 3.5, "middle", "letter", ascending.get(i).letter());
        }
        foot = (int) base + BELOW;
    }
}

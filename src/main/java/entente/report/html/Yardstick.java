package entente.report.html;

import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.report.form.Axis;
import entente.report.form.TextPage;
import entente.report.html.Chart.Canvas;
import entente.report.wording.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule of likelihoods in log odds: a segment for each band with its term above, and ticks with their numbers below.
 *
 * @param left where the lowest likelihood is
 * @param right where the highest is
 * @param y of the rule
 * @param letter the width of one, roughly
 */
record Yardstick(Canvas canvas, LikelihoodScale scale, double left, double right, double y, double letter) {

    private static final int STEP = 12;

    double x(double percent) {
        return left + Axis.WHOLE.share(percent) * (right - left);
    }

    double x(Percent percent) {
        return x(percent.value());
    }

    /**
     * @param line the class of the rule and the ticks
     * @param text that of the terms and numbers
     * @param strong that of the term of the likelihood
     * @param likelihood a number beside it is left out, as a mark goes there
     */
    void draw(String line, String text, String strong, Percent likelihood) {
        Map<Integer, Double> taken = new HashMap<>();
        for (Word word : scale.words()) {
            if (word.adjacent().isEmpty()) {
                canvas.line(x(word.from()), y, x(word.end()), y, line);
                term(word, scale.term(likelihood).equals(word) ? strong : text, taken);
            }
            canvas.line(x(word.from()), y - 4, y + 8, line);
        }
        for (Percent tick : Axis.WHOLE.ticks()) {
            boolean last = tick.equals(Percent.HIGHEST);
            canvas.line(x(tick), y, y + 5, line);
            if (Math.abs(x(tick) - x(likelihood)) > 2 * letter) {
                canvas.label(x(tick), y + 20, "middle", text, Axis.number(tick) + (last ? Wording.GLUE + "%" : ""));
            }
        }
    }

    /** Above the middle of its band, and above the term before where both have no room. */
    private void term(Word word, String kind, Map<Integer, Double> taken) {
        double from = x(word.from());
        double room = x(word.end()) - from;
        String term = word.term().replaceFirst("^a ", "");
        int longest =
                List.of(term.split(" ")).stream().mapToInt(String::length).max().orElse(1);
        List<String> lines = TextPage.wrapped(term, Math.max(longest, (int) (room / letter)));
        double half = letter / 2 * lines.stream().mapToInt(String::length).max().orElse(1);
        int row = 0;
        while (taken.getOrDefault(row, Double.NEGATIVE_INFINITY) > from + room / 2 - half) {
            row++;
        }
        for (int i = 0; i < lines.size(); i++) {
            int at = row + lines.size() - 1 - i;
            canvas.label(from + room / 2, y - 10 - STEP * at, "middle", kind, lines.get(i));
            taken.put(at, from + room / 2 + half + letter / 2);
        }
    }
}

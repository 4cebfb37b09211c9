package entente.report.form;

import entente.model.Percent;
import entente.report.wording.Figures;
import java.util.List;

/**
 * A tornado chart: how far each reading alone moves the likelihood, widest first.
 *
 * @param now the present likelihood
 * @param description the chart in words
 */
public record SwingFigure(String heading, Percent now, List<Bar> bars, String description) implements Block {

    /**
     * The range of one reading.
     *
     * @param label the short label of its indicator
     */
    public record Bar(String label, String reading, End low, End high, String spread) {

        /** The two ends; with decimals where whole numbers would be the same. */
        public Figures.Pair figures() {
            boolean apart = Figures.ICD203.apart(low.likelihood, high.likelihood);
            return new Figures.Pair(
                    Figures.ICD203.plain(low.likelihood, apart), Figures.ICD203.plain(high.likelihood, apart));
        }
    }

    /** One end of a range: the likelihood, and the values of the reading that give it. */
    public record End(Percent likelihood, String where) {}
}

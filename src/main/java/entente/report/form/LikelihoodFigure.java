package entente.report.form;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Interval;
import entente.report.wording.Figures;

/**
 * A likelihood and its interval on a scale of words.
 *
 * @param text the likelihood as the verdict states it
 */
public record LikelihoodFigure(LikelihoodScale scale, Percent point, Interval interval, String text) implements Block {

    public String description() {
        return "A scale of log odds with a mark at " + text
                + (interval.widthTenths() == 0
                        ? "."
                        : " and a bar from " + Figures.ICD203.span(interval, point, interval) + ".");
    }
}

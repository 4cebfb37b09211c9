package entente.report.form;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Interval;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;

/** A likelihood and its interval on a scale of words. */
public record LikelihoodFigure(LikelihoodScale scale, Percent point, Interval interval) implements Block {

    public String description() {
        String percent = Wording.percent(point);
        return "A scale of log odds with a mark at " + percent
                + (interval.widthTenths() == 0 ? "." : " and a bar from " + VerdictSentences.span(interval) + ".");
    }
}

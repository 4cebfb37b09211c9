package entente.report.form;

import entente.model.LikelihoodScale;
import entente.model.LikelihoodScale.Word;
import entente.model.Percent;
import entente.model.assessment.Interval;
import entente.report.wording.AssessmentSentences;
import entente.report.wording.Wording;
import java.util.List;

/**
 * A likelihood and its interval on a scale of words.
 *
 * @param openReadings what the interval depends on
 * @param caption the interval as a sentence; empty where the text says it
 */
public record LikelihoodFigure(
        LikelihoodScale scale, Percent point, Interval interval, String openReadings, String caption) implements Block {

    /** The words and gaps of the scale, ascending. */
    public List<Word> words() {
        return scale.words();
    }

    public String description() {
        String percent = Wording.percent(point);
        return "A scale from 0 to 100 with a mark at " + percent
                + (interval.widthTenths() == 0 ? "." : " and a bar from " + AssessmentSentences.span(interval) + ".");
    }
}

package entente.report.wording;

import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.assessment.Interval;

/**
 * The short form of a verdict, as tables, lists and drawings print it.
 *
 * @param rated whether any reading is rated, so that there is a verdict
 */
public record VerdictFigure(Percent likelihood, Interval interval, boolean rated, LikelihoodScale scale) {

    /** The likelihood, or the interval where this comes first, such as "6.0 %" or "8–50 %". */
    public String figure() {
        return !rated
                ? "no verdict"
                : isIntervalFirst()
                        ? new Figures(scale).dash(interval.low(), likelihood, interval.high())
                        : Wording.percentOnScale(likelihood);
    }

    /** The word of what comes first with its range, such as "very unlikely (5–20 %)", or those of both ends. */
    public String words() {
        return !rated
                ? "nothing is rated"
                : isIntervalFirst()
                        ? VerdictSentences.words(interval.low(), interval.high(), scale)
                        : VerdictSentences.words(likelihood, scale);
    }

    /** Figure and words, for a row of a table. */
    public String summary() {
        return figure() + ", " + words();
    }

    /** Whether the interval, not the likelihood, is what is stated. */
    public boolean isIntervalFirst() {
        return !rated || interval.isWide();
    }
}

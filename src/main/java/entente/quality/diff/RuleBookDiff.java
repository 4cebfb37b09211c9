package entente.quality.diff;

import entente.analysis.attribution.Share;
import entente.model.assessment.Assessment;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.List;

/**
 * How one rule book differs from another, and what that does to scenarios.
 *
 * @param added rules that only the second book has
 * @param removed rules that only the first book has
 * @param figures weights, ceilings, cut points, rates and the like
 * @param shifts one for each scenario, the largest shift of likelihood first
 */
public record RuleBookDiff(
        RuleBook first,
        RuleBook second,
        List<Rule> added,
        List<Rule> removed,
        List<RuleEdit> changed,
        List<ParameterChange> parameters,
        List<Shift> shifts) {

    /**
     * What the difference does to one scenario.
     *
     * @param byGroup whether the rules were too many to be told apart, so that shares are those of barriers
     * @param likelihood the shift in tenths of a percent, split over rules and tables of the book
     * @param depth the shift of the partnership in hundredths of a point, split in the same way; what does not shift
     *     is not split
     */
    public record Shift(Assessment first, Assessment second, boolean byGroup, Share likelihood, Share depth) {

        public boolean flipsVerdict() {
            return first.verdict().differsFrom(second.verdict());
        }

        public int tenths() {
            return likelihood.rounded();
        }

        /** Whether likelihood, relationship or depth differ. */
        public boolean hasEffect() {
            return flipsVerdict() || likelihood.rounded() != 0 || depth.rounded() != 0;
        }
    }
}

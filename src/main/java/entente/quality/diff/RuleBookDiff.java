package entente.quality.diff;

import entente.analysis.attribution.Share;
import entente.model.assessment.Assessment;
import entente.model.assessment.Interval;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.List;

/**
 * The differences between two rule books and their effects on scenarios.
 *
 * @param added rules that only the second book has
 * @param removed rules that only the first book has
 * @param parameters weights, ceilings, cut points, rates and the like
 * @param shifts one per scenario, largest shift of likelihood first
 */
public record RuleBookDiff(
        RuleBook first,
        RuleBook second,
        List<Rule> added,
        List<Rule> removed,
        List<RuleEdit> changed,
        List<ParameterChange> parameters,
        List<Shift> shifts) {

    /** How an interval of likelihood changes, to the printed tenth of a percent. */
    public enum IntervalChange {
        SAME,
        WIDENS,
        NARROWS,
        /** The same width between other ends. */
        MOVES
    }

    /**
     * The effect of the differences on one scenario.
     *
     * @param byGroup whether shares are by group because there were too many rules
     * @param likelihood the shift in tenths of a percent, attributed to rules and tables
     * @param depth the shift of the partnership in hundredths of a point, attributed in the same way; a zero shift has
     *     no shares
     */
    public record Shift(Assessment first, Assessment second, boolean byGroup, Share likelihood, Share depth) {

        public boolean flipsVerdict() {
            return first.verdict().differsFrom(second.verdict());
        }

        public IntervalChange intervalChange() {
            Interval before = first.verdict().interval();
            Interval after = second.verdict().interval();
            int wider = after.widthTenths() - before.widthTenths();
            if (wider != 0) {
                return wider > 0 ? IntervalChange.WIDENS : IntervalChange.NARROWS;
            }
            return after.low().tenths() == before.low().tenths() ? IntervalChange.SAME : IntervalChange.MOVES;
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

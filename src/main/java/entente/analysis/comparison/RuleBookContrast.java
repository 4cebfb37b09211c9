package entente.analysis.comparison;

import entente.model.Indicator;
import entente.model.Percent;
import entente.model.assessment.Assessment;
import java.util.List;

/**
 * One scenario under two rule books.
 *
 * @param discriminators indicators that discriminate between the two, best first
 */
public record RuleBookContrast(Assessment first, Assessment second, List<Discriminator> discriminators) {
    /**
     * How well an indicator discriminates between two rule books: over its whole range, all other readings unchanged.
     *
     * @param known whether the scenario has a reading
     * @param spreadTenths range of the difference between the two likelihoods, in tenths of a percent
     * @param closest the extreme with the smaller difference
     * @param furthest the extreme with the larger difference
     */
    public record Discriminator(
            Indicator indicator, boolean known, int spreadTenths, LikelihoodPair closest, LikelihoodPair furthest) {

        /**
         * Both likelihoods at one value.
         *
         * @param value in the unit of the indicator; the first value of a grade under at least one of the books
         */
        public record LikelihoodPair(double value, Percent first, Percent second) {

            /** The second likelihood minus the first, in tenths of a percent. */
            public int gap() {
                return second.tenths() - first.tenths();
            }
        }
    }
}

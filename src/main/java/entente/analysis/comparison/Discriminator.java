package entente.analysis.comparison;

import entente.model.Indicator;
import entente.model.Percent;

/**
 * How far a reading tells two rule books apart: over everything that it can read, the others as they are.
 *
 * @param known whether the scenario knows it
 * @param spreadTenths by how much the gap between the two likelihoods varies, in tenths of a percent
 * @param closest of the two ends between which the gap varies, the one with the smaller gap
 * @param furthest the other end
 */
public record Discriminator(Indicator indicator, boolean known, int spreadTenths, At closest, At furthest) {

    /**
     * Both answers at one value.
     *
     * @param value in the unit of the indicator; the first of its grade, under one book at least
     */
    public record At(double value, Percent first, Percent second) {

        /** By how much the second answer is higher, in tenths of a percent. */
        public int gap() {
            return second.tenths() - first.tenths();
        }
    }
}

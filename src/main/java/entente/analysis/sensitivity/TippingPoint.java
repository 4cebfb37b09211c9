package entente.analysis.sensitivity;

/**
 * A cut point at which the answer turns when the one reading crosses it.
 *
 * @param at the cut point, in the unit of the indicator: a reading on it has the grade above
 * @param below what holds just below it
 * @param from what holds from it on
 */
public record TippingPoint(double at, GradeOutcome below, GradeOutcome from) {

    /** Whether the likelihood comes to another band. */
    public boolean ofBand() {
        return below.band() != from.band();
    }

    /** Whether another relationship is expected. */
    public boolean ofRelationship() {
        return below.relationship().isPresent()
                && from.relationship().isPresent()
                && !below.relationship().equals(from.relationship());
    }
}

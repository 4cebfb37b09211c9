package entente.analysis.sensitivity;

/**
 * A cut point at which the answer turns when the one reading crosses it.
 *
 * @param at the cut point, in the unit of the indicator: a reading on it has the grade above
 * @param below what holds just below it
 * @param from what holds from it on
 */
public record TippingPoint(double cutPoint, GradeOutcome below, GradeOutcome above) {

    /** Whether the likelihood comes to another band. */
    public boolean changesBand() {
        return below.band() != above.band();
    }

    /** Whether another relationship is expected. */
    public boolean changesRelationship() {
        return below.relationship().isPresent()
                && above.relationship().isPresent()
                && !below.relationship().equals(above.relationship());
    }
}

package entente.analysis.sensitivity;

/**
 * A cut point at which the band or the expected relationship changes when the reading crosses it.
 *
 * @param cutPoint the cut point, in the unit of the indicator; a reading equal to it has the grade above
 * @param below outcome just below the cut point
 * @param above outcome from the cut point on
 */
public record TippingPoint(double cutPoint, GradeOutcome below, GradeOutcome above) {

    /** Whether the band changes. */
    public boolean changesBand() {
        return below.band() != above.band();
    }

    /** Whether the expected relationship changes. */
    public boolean changesRelationship() {
        return below.relationship().isPresent()
                && above.relationship().isPresent()
                && !below.relationship().equals(above.relationship());
    }
}

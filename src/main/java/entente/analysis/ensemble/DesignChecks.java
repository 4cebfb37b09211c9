package entente.analysis.ensemble;

/** Checks of requests for a part of a design. */
final class DesignChecks {

    private DesignChecks() {}

    static void check(EnsembleDesign design, long first, int count, GradeColumns batch) {
        if (first < 0 || count < 0 || first > design.size() - count) {
            throw new IllegalArgumentException(
                    count + " variants from " + first + " are not in a design of " + design.size());
        }
        if (batch.indicators() != design.indicators()) {
            throw new IllegalArgumentException(
                    batch.indicators() + " columns for " + design.indicators() + " varied indicators");
        }
    }
}

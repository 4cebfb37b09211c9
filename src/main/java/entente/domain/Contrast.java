package entente.domain;

import java.util.List;

/**
 * How one assessment differs from another, under the same book.
 *
 * @param before what it is held against
 * @param readings every indicator, in the order of the catalogue; see {@link ReadingChange#differs()}
 * @param assumptions only those that differ
 * @param rules every rule, in the order of the book; see {@link RuleChange#differs()}
 */
public record Contrast(
        Assessment before,
        Assessment after,
        Split split,
        List<ReadingChange> readings,
        List<AssumptionDifference> assumptions,
        List<RuleChange> rules) {

    /** Whether the two say the same, whatever their titles. */
    public boolean nothing() {
        return assumptions.isEmpty()
                && readings.stream().noneMatch(ReadingChange::differs)
                && rules.stream().noneMatch(RuleChange::differs);
    }
}

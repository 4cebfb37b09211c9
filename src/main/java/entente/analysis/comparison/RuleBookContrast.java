package entente.analysis.comparison;

import entente.model.Indicator;
import entente.model.Percent;
import entente.model.assessment.Assessment;
import entente.model.assessment.GroupResult;
import entente.model.assessment.LedgerRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * A group or rule under the two books.
     *
     * @param first empty if the first book has none of this id
     * @param second empty if the second book has none of this id
     */
    public record Sides<T>(String id, Optional<T> first, Optional<T> second) {}

    /** Barriers, drivers and states of either book. */
    public List<Sides<GroupResult>> groups() {
        return sides(
                assessment -> assessment.groups().stream(),
                result -> result.group().id());
    }

    /** Rules that fired under at least one book. */
    public List<Sides<LedgerRow>> fired() {
        return sides(
                assessment -> assessment.ledger().stream().filter(LedgerRow::fired),
                row -> row.rule().id());
    }

    /** In the order of the first book, then those of the second alone. */
    private <T> List<Sides<T>> sides(Function<Assessment, Stream<T>> all, Function<T, String> id) {
        Map<String, T> one = all.apply(first).collect(Collectors.toMap(id, Function.identity()));
        Map<String, T> other = all.apply(second).collect(Collectors.toMap(id, Function.identity()));
        return Stream.concat(all.apply(first), all.apply(second))
                .map(id)
                .distinct()
                .map(key -> new Sides<>(key, Optional.ofNullable(one.get(key)), Optional.ofNullable(other.get(key))))
                .toList();
    }
}

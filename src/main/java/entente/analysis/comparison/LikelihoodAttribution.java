package entente.analysis.comparison;

import entente.analysis.attribution.Attribution;
import entente.analysis.attribution.LargestRemainder;
import entente.analysis.attribution.ShapleyValues;
import entente.analysis.attribution.Share;
import entente.analysis.comparison.DifferingParts.ScenarioPart;
import entente.model.Fraction;
import entente.model.Indicator;
import entente.rulebook.InterruptionCheck;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/**
 * Attributes the difference between two likelihoods to the parts in which the scenarios differ, and the share of each
 * barrier to its readings by Owen values (Owen 1977): averages over all orders in which the readings of a barrier stay
 * together, which add up to the share of the barrier.
 */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
final class LikelihoodAttribution {

    /** The most mixtures that are evaluated for shares of single readings: about a second. */
    static final long MAX_MIXTURES = 1 << 19;

    private final ScenarioMixture mixture;
    private final List<ScenarioPart> parts;
    private final List<Indicator> indicators;
    private final long maxMixtures;

    Attribution attribute() {
        List<Fraction> exact = ShapleyValues.of(parts.size(), set -> BigInteger.valueOf(mixture.tenths(set)));
        boolean single = mixtureCount() <= maxMixtures;
        List<Share> readings = new ArrayList<>();
        List<Share> assumptions = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            ScenarioPart part = parts.get(p);
            (part.hasReadings() ? readings : assumptions)
                    .add(Share.exact(
                            part.ids(),
                            exact.get(p),
                            part.hasReadings() && single ? readingShares(p, exact.get(p)) : List.of()));
        }
        Share first = Share.sum(List.of("readings"), readings);
        Share second = Share.sum(List.of("assumptions"), assumptions);
        int difference = mixture.tenths((1 << parts.size()) - 1) - mixture.tenths(0);
        int[] printed = LargestRemainder.round(List.of(first.exact(), second.exact()), difference);
        return new Attribution(LargestRemainder.round(first, printed[0]), LargestRemainder.round(second, printed[1]));
    }

    private long mixtureCount() {
        return parts.stream()
                .mapToInt(part -> part.positions().length)
                .filter(positions -> positions > 1)
                .mapToLong(positions -> 1L << Math.min(parts.size() - 1 + positions, 40))
                .sum();
    }

    private List<Share> readingShares(int part, Fraction whole) {
        int[] positions = parts.get(part).positions();
        List<Fraction> exact = positions.length == 1
                ? List.of(whole)
                : ShapleyValues.of(positions.length, some -> sumOverOrders(part, positions, some)).stream()
                        .map(share -> share.dividedBy(ShapleyValues.factorial(parts.size())))
                        .toList();
        return IntStream.range(0, positions.length)
                .mapToObj(i -> Share.exact(List.of(indicators.get(positions[i]).id()), exact.get(i), List.of()))
                .toList();
    }

    /** The likelihood with some readings of a part from the second scenario, summed over all orders of the parts. */
    private BigInteger sumOverOrders(int part, int[] positions, int some) {
        InterruptionCheck.check();
        long[] bySize = new long[parts.size()];
        for (int set = 0; set < 1 << parts.size(); set++) {
            if ((set & 1 << part) == 0) {
                bySize[Integer.bitCount(set)] += mixture.tenths(set, positions, some);
            }
        }
        BigInteger[] orders = ShapleyValues.orderCounts(parts.size());
        BigInteger sum = BigInteger.ZERO;
        for (int size = 0; size < bySize.length; size++) {
            sum = sum.add(orders[size].multiply(BigInteger.valueOf(bySize[size])));
        }
        return sum;
    }
}

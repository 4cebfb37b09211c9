package entente.analysis.comparison;

import entente.analysis.attribution.Attribution;
import entente.analysis.attribution.LargestRemainder;
import entente.analysis.attribution.ShapleyValues;
import entente.analysis.attribution.Share;
import entente.model.Fraction;
import entente.model.Indicator;
import entente.scoring.EvaluationInterruptedException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits the difference between two likelihoods over the parts in which the scenarios differ, and the share of each
 * barrier over its readings: to each reading what it adds on average over all orders in which the readings of a
 * barrier stay together (Owen 1977), which comes to the barrier's own share.
 */
final class LikelihoodAttribution {

    /** The most mixtures that are weighed for the sake of single readings: a second or so. */
    static final long MAX_MIXTURES = 1 << 19;

    private final ScenarioMixture mixture;
    private final List<ScenarioPart> parts;
    private final List<Indicator> indicators;
    private final long maxMixtures;

    LikelihoodAttribution(ScenarioMixture mixture, List<ScenarioPart> parts, List<Indicator> indicators, long most) {
        this.maxMixtures = most;
        this.mixture = mixture;
        this.parts = parts;
        this.indicators = indicators;
    }

    Attribution attribute() {
        List<Fraction> exact = ShapleyValues.of(parts.size(), set -> BigInteger.valueOf(mixture.tenths(set)));
        boolean single = mixtureCount() <= maxMixtures;
        List<Share> readings = new ArrayList<>();
        List<Share> assumptions = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            ScenarioPart part = parts.get(p);
            (part.hasReadings() ? readings : assumptions)
                    .add(Share.exact(
                            part.ids(), exact.get(p), part.hasReadings() && single ? readingShares(p, exact.get(p)) : List.of()));
        }
        Share first = Share.sum(List.of("readings"), readings);
        Share second = Share.sum(List.of("assumptions"), assumptions);
        int difference = mixture.tenths((1 << parts.size()) - 1) - mixture.tenths(0);
        int[] printed = LargestRemainder.round(List.of(first.exact(), second.exact()), difference);
        return new Attribution(
                LargestRemainder.round(first, printed[0]), LargestRemainder.round(second, printed[1]));
    }

    private long mixtureCount() {
        return parts.stream()
                .mapToInt(part -> part.positions().length)
                .filter(places -> places > 1)
                .mapToLong(places -> 1L << Math.min(parts.size() - 1 + places, 40))
                .sum();
    }

    private List<Share> readingShares(int part, Fraction whole) {
        int[] places = parts.get(part).positions();
        List<Fraction> exact = places.length == 1
                ? List.of(whole)
                : ShapleyValues.of(places.length, some -> sumOverOrders(part, places, some)).stream()
                        .map(share -> share.dividedBy(ShapleyValues.factorial(parts.size())))
                        .toList();
        return IntStream.range(0, places.length)
                .mapToObj(i -> Share.exact(List.of(indicators.get(places[i]).id()), exact.get(i), List.of()))
                .toList();
    }

    /** The likelihood with some readings of a part from the second scenario, summed over all orders of the parts. */
    private BigInteger sumOverOrders(int part, int[] places, int some) {
        EvaluationInterruptedException.throwIfInterrupted();
        long[] bySize = new long[parts.size()];
        for (int set = 0; set < 1 << parts.size(); set++) {
            if ((set & 1 << part) == 0) {
                bySize[Integer.bitCount(set)] += mixture.tenths(set, places, some);
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

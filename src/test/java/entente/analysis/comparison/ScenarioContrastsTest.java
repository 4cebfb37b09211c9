package entente.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.analysis.comparison.ScenarioContrast.Attribution;
import entente.model.Assumptions;
import entente.model.Assumptions.AssumptionKind;
import entente.model.Fraction;
import entente.model.Indicator;
import entente.model.Reading;
import entente.model.Scenario;
import entente.scoring.Weighed;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attribution of differences in readings and assumptions, on random pairs of scenarios. */
class ScenarioContrastsTest {

    /** Limits with which a thousand pairs take seconds. */
    private static final ScenarioContrasts FEW = new ScenarioContrasts(Shipped.ASSESSOR, 8, 1 << 12);

    private static final ScenarioContrasts WHOLE = new ScenarioContrasts(Shipped.ASSESSOR);

    private static Scenario another(Scenario scenario, SplittableRandom random) {
        Scenario other = random.nextBoolean() ? RandomWorlds.any(random) : scenario;
        for (int n = random.nextInt(6); n > 0; n--) {
            Indicator indicator = RandomWorlds.INDICATORS.get(random.nextInt(RandomWorlds.INDICATORS.size()));
            other = RandomWorlds.with(
                    other,
                    random.nextInt(5) == 0 ? Reading.unknown(indicator.id()) : RandomWorlds.reading(random, indicator));
        }
        return random.nextInt(3) == 0 ? other : RandomWorlds.with(other, RandomWorlds.assumptions(random));
    }

    private static Scenario one(SplittableRandom random) {
        Scenario scenario = RandomWorlds.any(random);
        return random.nextBoolean() ? scenario : RandomWorlds.with(scenario, RandomWorlds.assumptions(random));
    }

    @Test
    void sharesAddUpAsPrintedOnEveryLevel() {
        Property.forAll(ScenarioContrastsTest::one, (first, random) -> addsUp(FEW, first, another(first, random)));
    }

    private static Attribution addsUp(ScenarioContrasts contrasts, Scenario first, Scenario second) {
        Attribution split = contrasts.attribute(first, second);
        int difference = Weighed.of(second).likelihood().tenths()
                - Weighed.of(first).likelihood().tenths();
        assertThat(split.tenths()).isEqualTo(difference);
        assertThat(split.readings().exact().plus(split.assumptions().exact())).isEqualTo(Fraction.of(difference));
        split.shares().forEach(ScenarioContrastsTest::addsUp);
        return split;
    }

    private static void addsUp(Share share) {
        Fraction off = share.exact().plus(Fraction.of(-share.rounded()));
        assertThat(off.compareTo(Fraction.of(1))).as("%s", share).isNegative();
        assertThat(off.compareTo(Fraction.of(-1))).as("%s", share).isPositive();
        if (!share.parts().isEmpty()) {
            assertThat(share.parts().stream().map(Share::exact).reduce(Fraction.ZERO, Fraction::plus))
                    .as("%s", share)
                    .isEqualTo(share.exact());
            assertThat(share.parts().stream().mapToInt(Share::rounded).sum())
                    .as("%s", share)
                    .isEqualTo(share.rounded());
        }
        share.parts().forEach(ScenarioContrastsTest::addsUp);
    }

    @Test
    void reversedOrderNegatesEveryShare() {
        Property.forAll(ScenarioContrastsTest::one, (first, random) -> {
            Scenario second = another(first, random);
            Attribution there = FEW.attribute(first, second);
            Attribution back = FEW.attribute(second, first);
            negated(there.readings(), back.readings());
            negated(there.assumptions(), back.assumptions());
        });
    }

    private static void negated(Share there, Share back) {
        assertThat(back.ids()).isEqualTo(there.ids());
        assertThat(back.exact()).as("%s", there.ids()).isEqualTo(there.exact().negated());
        for (int i = 0; i < there.parts().size(); i++) {
            negated(there.parts().get(i), back.parts().get(i));
        }
    }

    /** Alternative calculation: switches single parts of scenarios in every order and assesses each result. */
    @Tag("thorough")
    @Test
    void sharesMatchSwitchingScenariosInEveryOrder() {
        int[] tried = {0};
        Property.forAll(250, ScenarioContrastsTest::one, (first, random) -> {
            Scenario second = few(first, random);
            Attribution split = FEW.attribute(first, second);
            List<Share> shares = new ArrayList<>(split.readings().parts());
            shares.addAll(split.assumptions().parts());
            if (shares.isEmpty() || shares.size() > 5 || split.hasCombinedShares()) {
                return;
            }
            tried[0]++;
            assertThat(shares)
                    .extracting(Share::exact)
                    .isEqualTo(ShapleyValues.of(
                            shares.size(), set -> BigInteger.valueOf(tenths(first, second, shares, set))));
        });
        assertThat(tried[0])
                .as("pairs with few parts")
                .isGreaterThan(Integer.getInteger("entente.case") == null ? 125 : 0);
    }

    private static Scenario few(Scenario first, SplittableRandom random) {
        Scenario second = first;
        for (int n = 1 + random.nextInt(5); n > 0; n--) {
            Indicator indicator = RandomWorlds.INDICATORS.get(random.nextInt(RandomWorlds.INDICATORS.size()));
            second = RandomWorlds.with(second, RandomWorlds.reading(random, indicator));
        }
        Assumptions own = first.assumptions();
        Assumptions other = RandomWorlds.assumptions(random);
        return RandomWorlds.with(
                second,
                new Assumptions(
                        random.nextInt(3) == 0 ? other.weights() : own.weights(),
                        random.nextInt(3) == 0 ? other.emphasis() : own.emphasis(),
                        random.nextInt(3) == 0 ? other.without() : own.without(),
                        random.nextInt(3) == 0 ? other.cutPoints() : own.cutPoints(),
                        other.baseRatePercent(),
                        other.referenceClass()));
    }

    private static int tenths(Scenario first, Scenario second, List<Share> parts, int set) {
        Set<String> ids = IntStream.range(0, parts.size())
                .filter(i -> (set & 1 << i) != 0)
                .boxed()
                .flatMap(i -> parts.get(i).ids().stream())
                .collect(Collectors.toSet());
        return Weighed.of(mixed(first, second, ids)).likelihood().tenths();
    }

    /** The first scenario with the named groups and assumptions from the second. */
    private static Scenario mixed(Scenario first, Scenario second, Set<String> ids) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        for (Indicator indicator : RandomWorlds.INDICATORS) {
            Scenario from = ids.contains(indicator.group()) ? second : first;
            readings.put(indicator.id(), from.reading(indicator.id()));
        }
        Assumptions a = first.assumptions();
        Assumptions b = second.assumptions();
        Assumptions mixed = new Assumptions(
                (ids.contains(AssumptionKind.WEIGHTS.id()) ? b : a).weights(),
                (ids.contains(AssumptionKind.EMPHASIS.id()) ? b : a).emphasis(),
                (ids.contains(AssumptionKind.WITHOUT.id()) ? b : a).without(),
                (ids.contains(AssumptionKind.CUT_POINTS.id()) ? b : a).cutPoints(),
                (ids.contains(AssumptionKind.BASE_RATE.id()) ? b : a).baseRatePercent(),
                (ids.contains(AssumptionKind.BASE_RATE.id()) ? b : a).referenceClass());
        return RandomWorlds.with(
                RandomWorlds.scenario(
                        readings, (ids.contains(AssumptionKind.HORIZON.id()) ? second : first).horizonYears()),
                mixed);
    }

    @Test
    void readingsThatNoRuleDistinguishesHaveNoShare() {
        // 19 and 20 percent have the same grade: very high.
        Attribution split = WHOLE.attribute(
                Shipped.with("baseline-2018", Map.of("prc_export_share_us_pct", "19")),
                Shipped.with("baseline-2018", Map.of("prc_export_share_us_pct", "20")));
        assertThat(split.readings().parts()).isEmpty();
        assertThat(split.tenths()).isZero();
    }

    @Test
    void tooManyPartsAreCombinedExceptTheFirstAndStillAddUp() {
        ScenarioContrasts three = new ScenarioContrasts(Shipped.ASSESSOR, 3, 0);
        Scenario first = Shipped.scenario("baseline-2018");
        Scenario second = RandomWorlds.with(
                Shipped.scenario("status-quo-2025"),
                Assumptions.NONE
                        .withEmphasis(Map.of("us_reaction", 0.5))
                        .withWithout(Set.of("western_pressure"))
                        .withBaseRatePercent(OptionalDouble.of(4)));
        Attribution split = addsUp(three, first, second);
        assertThat(split.hasCombinedShares()).isTrue();
        assertThat(split.readings().parts()).hasSize(2);
        assertThat(split.readings().parts().get(0).ids()).containsExactly("us_reaction");
        assertThat(split.readings().parts().get(1).isCombined()).isTrue();
        assertThat(split.assumptions().parts()).hasSize(1);
        assertThat(split.assumptions().parts().get(0).ids()).hasSizeGreaterThan(1);
    }

    private static final int GAMES = 300;

    /** The value of each coalition; the empty one has a value as well. */
    private static int[] game(SplittableRandom random, int players) {
        return random.ints(1 << players, -500, 500).toArray();
    }

    private static List<Fraction> shares(int players, int[] game) {
        return ShapleyValues.of(players, set -> BigInteger.valueOf(game[set]));
    }

    private static Fraction fraction(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    @Test
    void sharesAreTheAverageOverAllOrders() {
        SplittableRandom random = new SplittableRandom(2019);
        for (int n = 0; n < GAMES; n++) {
            int players = 1 + random.nextInt(6);
            int[] game = game(random, players);
            List<int[]> orders = new ArrayList<>();
            permute(new int[players], 0, 0, orders);
            List<Fraction> average = new ArrayList<>(Collections.nCopies(players, Fraction.ZERO));
            for (int[] order : orders) {
                int set = 0;
                for (int player : order) {
                    int added = game[set | 1 << player] - game[set];
                    average.set(player, average.get(player).plus(fraction(added, orders.size())));
                    set |= 1 << player;
                }
            }
            assertThat(shares(players, game)).isEqualTo(average);
        }
    }

    private static void permute(int[] order, int depth, int used, List<int[]> all) {
        if (depth == order.length) {
            all.add(order.clone());
            return;
        }
        for (int player = 0; player < order.length; player++) {
            if ((used & 1 << player) == 0) {
                order[depth] = player;
                permute(order, depth + 1, used | 1 << player, all);
            }
        }
    }

    @Test
    void noPlayersGiveNoSharesAndTooManyAreRejected() {
        assertThat(ShapleyValues.of(0, set -> BigInteger.TEN)).isEmpty();
        assertThatThrownBy(() -> ShapleyValues.of(ShapleyValues.MAX_PLAYERS + 1, set -> BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leftoverUnitsGoToTheLargestRemaindersFirstAmongEquals() {
        List<Fraction> shares =
                List.of(fraction(5, 2), fraction(7, 3), fraction(-5, 2), fraction(11, 3), Fraction.of(1));
        assertThat(Share.round(shares, 7)).containsExactly(3, 2, -3, 4, 1);
        assertThat(Share.round(List.of(fraction(1, 3), fraction(1, 3), fraction(1, 3)), 1))
                .containsExactly(1, 0, 0);
    }

    @Test
    void sharesThatDoNotSumToTheTotalAreRejected() {
        assertThatThrownBy(() -> Share.round(List.of(fraction(1, 2)), 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Share.round(List.of(Fraction.of(1)), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

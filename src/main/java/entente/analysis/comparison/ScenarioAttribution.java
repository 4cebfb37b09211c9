package entente.analysis.comparison;

import entente.model.Assumptions;
import entente.model.Assumptions.AssumptionKind;
import entente.model.Catalogue;
import entente.model.Fraction;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Percent;
import entente.model.Points;
import entente.model.Scenario;
import entente.rulebook.InterruptionCheck;
import entente.scoring.Assessor;
import entente.scoring.ScoredScenario;
import entente.scoring.ScoringModel;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Attributes the difference between two likelihoods to the parts in which the scenarios differ, and the share of each
 * barrier to its readings by Owen values (Owen 1977): averages over all orders in which the readings of a barrier stay
 * together, which add up to the share of the barrier.
 */
final class ScenarioAttribution {

    /**
     * A unit of attribution between two scenarios: the differing readings of a barrier or driver, or one kind of
     * assumption; several of them if combined.
     *
     * @param ids ids of groups or of kinds
     * @param positions catalogue positions of the differing readings
     * @param kinds kinds of assumptions that differ
     */
    private record ScenarioPart(List<String> ids, int[] positions, Set<AssumptionKind> kinds) {

        boolean hasReadings() {
            return kinds.isEmpty();
        }
    }

    /** The most mixtures that are evaluated for shares of single readings: about a second. */
    static final long MAX_MIXTURES = 1 << 19;

    private final List<ScenarioPart> parts;
    private final Mixtures mixtures;
    private final List<Indicator> indicators;
    private final long maxMixtures;

    /**
     * @param maxParts largest number of separate parts
     * @param maxMixtures largest number of mixtures for shares of single readings
     */
    ScenarioAttribution(Assessor assessor, Scenario first, Scenario second, int maxParts, long maxMixtures) {
        this.parts = differingParts(first, second, assessor.book().catalogue(), maxParts);
        this.mixtures = new Mixtures(assessor, first, second, parts);
        this.indicators = assessor.book().catalogue().indicators();
        this.maxMixtures = maxMixtures;
    }

    Attribution attribute() {
        List<Fraction> exact = ShapleyValues.of(parts.size(), set -> BigInteger.valueOf(mixtures.tenths(set)));
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
        int difference = mixtures.tenths((1 << parts.size()) - 1) - mixtures.tenths(0);
        int[] printed = Share.round(List.of(first.exact(), second.exact()), difference);
        return new Attribution(first.rounded(printed[0]), second.rounded(printed[1]));
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
                bySize[Integer.bitCount(set)] += mixtures.tenths(set, positions, some);
            }
        }
        BigInteger[] orders = ShapleyValues.orderCounts(parts.size());
        BigInteger sum = BigInteger.ZERO;
        for (int size = 0; size < bySize.length; size++) {
            sum = sum.add(orders[size].multiply(BigInteger.valueOf(bySize[size])));
        }
        return sum;
    }

    /** Groups in catalogue order, then kinds of assumptions; the last of each combined if there are more than {@code most}. */
    private static List<ScenarioPart> differingParts(Scenario first, Scenario second, Catalogue catalogue, int most) {
        List<ScenarioPart> groups = groups(first, second, catalogue);
        List<ScenarioPart> kinds = kinds(first, second).stream()
                .map(kind -> new ScenarioPart(List.of(kind.id()), new int[0], Set.of(kind)))
                .toList();
        if (groups.size() + kinds.size() > most && kinds.size() > 1) {
            kinds = List.of(combined(kinds));
        }
        int separate = most - kinds.size();
        if (groups.size() > separate) {
            ScenarioPart others = combined(groups.subList(separate - 1, groups.size()));
            groups = Stream.concat(groups.stream().limit(separate - 1), Stream.of(others))
                    .toList();
        }
        return Stream.concat(groups.stream(), kinds.stream()).toList();
    }

    private static List<ScenarioPart> groups(Scenario first, Scenario second, Catalogue catalogue) {
        List<ScenarioPart> parts = new ArrayList<>();
        List<Indicator> indicators = catalogue.indicators();
        for (Group group : catalogue.groups()) {
            int[] positions = IntStream.range(0, indicators.size())
                    .filter(i -> indicators.get(i).group().equals(group.id()))
                    .filter(i -> gradeDiffers(indicators.get(i), first, second, first)
                            || gradeDiffers(indicators.get(i), first, second, second))
                    .toArray();
            if (positions.length > 0) {
                parts.add(new ScenarioPart(List.of(group.id()), positions, Set.of()));
            }
        }
        return parts;
    }

    /** Whether the grades differ; a reading affects the result through its grade only. */
    private static boolean gradeDiffers(Indicator indicator, Scenario first, Scenario second, Scenario cuts) {
        GradeScale scale = cuts.assumptions().scale(indicator);
        return scale.gradeOf(first.reading(indicator.id())) != scale.gradeOf(second.reading(indicator.id()));
    }

    /** The kinds of assumptions that differ. */
    private static Set<AssumptionKind> kinds(Scenario first, Scenario second) {
        Assumptions a = first.assumptions();
        Assumptions b = second.assumptions();
        Map<AssumptionKind, Boolean> same = new EnumMap<>(AssumptionKind.class);
        same.put(AssumptionKind.HORIZON, first.horizonYears() == second.horizonYears());
        same.put(
                AssumptionKind.BASE_RATE,
                a.baseRatePercent().equals(b.baseRatePercent())
                        && a.referenceClass().equals(b.referenceClass()));
        same.put(AssumptionKind.WEIGHTS, a.weights().equals(b.weights()));
        same.put(AssumptionKind.EMPHASIS, a.emphasis().equals(b.emphasis()));
        same.put(AssumptionKind.CUT_POINTS, a.cutPoints().equals(b.cutPoints()));
        same.put(AssumptionKind.WITHOUT, a.without().equals(b.without()));
        same.values().removeIf(equal -> equal);
        return same.keySet();
    }

    private static ScenarioPart combined(List<ScenarioPart> parts) {
        Set<AssumptionKind> kinds = EnumSet.noneOf(AssumptionKind.class);
        parts.forEach(part -> kinds.addAll(part.kinds()));
        return new ScenarioPart(
                parts.stream().flatMap(part -> part.ids().stream()).toList(),
                parts.stream()
                        .flatMapToInt(part -> IntStream.of(part.positions()))
                        .toArray(),
                kinds);
    }

    /** The first of two scenarios with some parts taken from the second. */
    private static final class Mixtures {

        /** Assumptions on which the scoring model depends. */
        private static final Set<AssumptionKind> RULE_BOOK_KINDS =
                EnumSet.of(AssumptionKind.WEIGHTS, AssumptionKind.EMPHASIS, AssumptionKind.WITHOUT);

        private final Assessor assessor;
        private final Scenario first;
        private final Scenario second;
        private final List<ScenarioPart> parts;
        /** Grades of the readings of the first and second scenario, each under the cut points of both. */
        private final Grade[][] firstGrades;

        private final Grade[][] secondGrades;
        private final Map<Set<AssumptionKind>, ScoringModel> models = new HashMap<>();
        private final Map<Points, Integer> likelihoods = new HashMap<>();
        /** Base points with the base rate and the horizon of the first or second scenario. */
        private final Points[][] bases;

        Mixtures(Assessor assessor, Scenario first, Scenario second, List<ScenarioPart> parts) {
            this.assessor = assessor;
            this.first = first;
            this.second = second;
            this.parts = parts;
            this.firstGrades = new Grade[][] {grades(first, first), grades(first, second)};
            this.secondGrades = new Grade[][] {grades(second, first), grades(second, second)};
            this.bases = new Points[][] {
                {base(first, first), base(first, second)}, {base(second, first), base(second, second)}
            };
        }

        private Points base(Scenario rate, Scenario horizon) {
            return ScoringModel.basePoints(assessor.book(), rate.assumptions(), horizon.horizonYears());
        }

        private Grade[] grades(Scenario readings, Scenario cuts) {
            Catalogue catalogue = assessor.book().catalogue();
            return ScoredScenario.grades(readings.withAssumptions(cuts.assumptions()), catalogue);
        }

        /** The likelihood with the given parts from the second scenario, in tenths of a percent. */
        int tenths(int chosen) {
            return tenths(chosen, new int[0], 0);
        }

        /**
         * The likelihood with the given parts and single readings from the second scenario.
         *
         * @param positions positions in the catalogue
         * @param some which of these positions, as a bit set
         */
        int tenths(int chosen, int[] positions, int some) {
            Set<AssumptionKind> kinds = EnumSet.noneOf(AssumptionKind.class);
            List<ScenarioPart> selected = new ArrayList<>();
            for (int p = 0; p < parts.size(); p++) {
                if ((chosen & 1 << p) != 0) {
                    selected.add(parts.get(p));
                    kinds.addAll(parts.get(p).kinds());
                }
            }
            int cuts = kinds.contains(AssumptionKind.CUT_POINTS) ? 1 : 0;
            Grade[] grades = firstGrades[cuts].clone();
            selected.forEach(part -> copySelected(grades, secondGrades[cuts], part.positions(), -1));
            copySelected(grades, secondGrades[cuts], positions, some);
            Points result = model(kinds).outcome(grades, base(kinds)).result();
            return likelihoods.computeIfAbsent(
                    result, points -> Percent.of(points).tenths());
        }

        private static void copySelected(Grade[] grades, Grade[] from, int[] positions, int some) {
            for (int i = 0; i < positions.length; i++) {
                if ((some & 1 << i) != 0) {
                    grades[positions[i]] = from[positions[i]];
                }
            }
        }

        private ScoringModel model(Set<AssumptionKind> kinds) {
            Set<AssumptionKind> laidOut = EnumSet.copyOf(RULE_BOOK_KINDS);
            laidOut.retainAll(kinds);
            return models.computeIfAbsent(laidOut, chosen -> {
                Assumptions a = first.assumptions();
                Assumptions b = second.assumptions();
                return assessor.scoringModel(Assumptions.NONE
                        .withWeights(chosen.contains(AssumptionKind.WEIGHTS) ? b.weights() : a.weights())
                        .withEmphasis(chosen.contains(AssumptionKind.EMPHASIS) ? b.emphasis() : a.emphasis())
                        .withWithout(chosen.contains(AssumptionKind.WITHOUT) ? b.without() : a.without()));
            });
        }

        private Points base(Set<AssumptionKind> kinds) {
            int rate = kinds.contains(AssumptionKind.BASE_RATE) ? 1 : 0;
            int horizon = kinds.contains(AssumptionKind.HORIZON) ? 1 : 0;
            return bases[rate][horizon];
        }
    }
}

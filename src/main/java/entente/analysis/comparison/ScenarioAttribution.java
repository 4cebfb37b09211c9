package entente.analysis.comparison;

import entente.analysis.comparison.ScenarioContrast.Attribution;
import entente.model.Assumptions;
import entente.model.Assumptions.AssumptionKind;
import entente.model.Fraction;
import entente.model.Grade;
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

    private final Assessor assessor;
    private final Scenario first;
    private final Scenario second;
    private final List<Indicator> indicators;
    private final long maxMixtures;
    private final List<ScenarioPart> parts;
    private final Map<Set<AssumptionKind>, Setting> settings = new HashMap<>();
    private final Map<Points, Integer> likelihoods = new HashMap<>();

    /**
     * What assumptions determine in a mixture of both scenarios.
     *
     * @param first grades of the readings of the first scenario
     * @param second grades of the readings of the second scenario
     */
    private record Setting(ScoringModel model, Points base, Grade[] first, Grade[] second) {}

    /**
     * @param maxParts largest number of separate parts
     * @param maxMixtures largest number of mixtures for shares of single readings
     */
    ScenarioAttribution(Assessor assessor, Scenario first, Scenario second, int maxParts, long maxMixtures) {
        this.assessor = assessor;
        this.first = first;
        this.second = second;
        this.indicators = assessor.book().catalogue().indicators();
        this.maxMixtures = maxMixtures;
        this.parts = differingParts(maxParts);
    }

    Attribution attribute() {
        List<Fraction> exact = ShapleyValues.of(parts.size(), set -> BigInteger.valueOf(tenths(set)));
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
        int difference = tenths((1 << parts.size()) - 1) - tenths(0);
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
                bySize[Integer.bitCount(set)] += tenths(set, positions, some);
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
    private List<ScenarioPart> differingParts(int most) {
        List<ScenarioPart> groups = groups();
        List<ScenarioPart> kinds = Stream.of(AssumptionKind.values())
                .filter(kind -> !with(first, kind, second).equals(first))
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

    /** The groups with a reading whose grade differs under the cut points of either; only its grade has an effect. */
    private List<ScenarioPart> groups() {
        List<Setting> cuts = List.of(setting(Set.of()), setting(Set.of(AssumptionKind.CUT_POINTS)));
        List<ScenarioPart> groups = new ArrayList<>();
        for (Group group : assessor.book().catalogue().groups()) {
            int[] positions = IntStream.range(0, indicators.size())
                    .filter(i -> indicators.get(i).group().equals(group.id()))
                    .filter(i -> cuts.stream().anyMatch(setting -> setting.first()[i] != setting.second()[i]))
                    .toArray();
            if (positions.length > 0) {
                groups.add(new ScenarioPart(List.of(group.id()), positions, Set.of()));
            }
        }
        return groups;
    }

    /** A scenario with one kind of assumptions of another. */
    private static Scenario with(Scenario scenario, AssumptionKind kind, Scenario other) {
        Assumptions own = scenario.assumptions();
        Assumptions others = other.assumptions();
        return switch (kind) {
            case HORIZON -> scenario.withHorizonYears(other.horizonYears());
            case BASE_RATE ->
                scenario.withAssumptions(
                        own.withBaseRatePercent(others.baseRatePercent()).withReferenceClass(others.referenceClass()));
            case WEIGHTS -> scenario.withAssumptions(own.withWeights(others.weights()));
            case EMPHASIS -> scenario.withAssumptions(own.withEmphasis(others.emphasis()));
            case CUT_POINTS -> scenario.withAssumptions(own.withCutPoints(others.cutPoints()));
            case WITHOUT -> scenario.withAssumptions(own.withWithout(others.without()));
        };
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

    /** The likelihood with the given parts from the second scenario, in tenths of a percent. */
    private int tenths(int chosen) {
        return tenths(chosen, new int[0], 0);
    }

    /**
     * The likelihood with the given parts and single readings from the second scenario.
     *
     * @param positions positions in the catalogue
     * @param some which of these positions, as a bit set
     */
    private int tenths(int chosen, int[] positions, int some) {
        Set<AssumptionKind> kinds = EnumSet.noneOf(AssumptionKind.class);
        List<ScenarioPart> selected = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            if ((chosen & 1 << p) != 0) {
                selected.add(parts.get(p));
                kinds.addAll(parts.get(p).kinds());
            }
        }
        Setting setting = setting(kinds);
        Grade[] grades = setting.first().clone();
        selected.forEach(part -> copySelected(grades, setting.second(), part.positions(), -1));
        copySelected(grades, setting.second(), positions, some);
        Points result = setting.model().outcome(grades, setting.base()).result();
        return likelihoods.computeIfAbsent(result, points -> Percent.of(points).tenths());
    }

    private static void copySelected(Grade[] grades, Grade[] from, int[] positions, int some) {
        for (int i = 0; i < positions.length; i++) {
            if ((some & 1 << i) != 0) {
                grades[positions[i]] = from[positions[i]];
            }
        }
    }

    /** The first scenario with some kinds of assumptions of the second, laid out once for all mixtures that have these. */
    private Setting setting(Set<AssumptionKind> kinds) {
        return settings.computeIfAbsent(kinds, chosen -> {
            Scenario mixed = first;
            for (AssumptionKind kind : chosen) {
                mixed = with(mixed, kind, second);
            }
            ScoredScenario scored = assessor.scored(mixed);
            Scenario others = second.withAssumptions(mixed.assumptions());
            return new Setting(
                    scored.model(), scored.base(), scored.grades(), ScoredScenario.grades(others, scored.catalogue()));
        });
    }
}

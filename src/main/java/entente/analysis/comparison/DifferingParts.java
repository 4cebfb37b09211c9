package entente.analysis.comparison;

import entente.model.AssumptionKind;
import entente.model.Assumptions;
import entente.model.Catalogue;
import entente.model.GradeScale;
import entente.model.Group;
import entente.model.Indicator;
import entente.model.Scenario;
import entente.scoring.GradedScenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parts in which two scenarios differ and that can affect the likelihood. */
final class DifferingParts {

    private DifferingParts() {}

    /** Groups in catalogue order, then kinds of assumptions; combined if there are more than {@code most}. */
    static List<ScenarioPart> of(Scenario first, Scenario second, Catalogue catalogue, int most) {
        List<ScenarioPart> groups = groups(first, second, catalogue);
        List<ScenarioPart> kinds = kinds(first, second).stream()
                .map(kind -> new ScenarioPart(List.of(kind.id()), new int[0], Set.of(kind)))
                .toList();
        if (groups.size() + kinds.size() > most && kinds.size() > 1) {
            kinds = List.of(combined(kinds));
        }
        if (groups.size() + kinds.size() > most) {
            groups = largest(groups, most - kinds.size());
        }
        List<ScenarioPart> parts = new ArrayList<>(groups);
        parts.addAll(kinds);
        return parts;
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
        return GradedScenario.grade(first.reading(indicator.id()), scale)
                != GradedScenario.grade(second.reading(indicator.id()), scale);
    }

    /** The kinds of assumptions that differ. */
    static Set<AssumptionKind> kinds(Scenario first, Scenario second) {
        Assumptions a = first.assumptions();
        Assumptions b = second.assumptions();
        Map<AssumptionKind, Boolean> same = new EnumMap<>(AssumptionKind.class);
        same.put(AssumptionKind.HORIZON, first.horizonYears() == second.horizonYears());
        same.put(AssumptionKind.BASE_RATE, a.baseRatePercent().equals(b.baseRatePercent()));
        same.put(AssumptionKind.WEIGHTS, a.weights().equals(b.weights()));
        same.put(AssumptionKind.EMPHASIS, a.emphasis().equals(b.emphasis()));
        same.put(AssumptionKind.CUT_POINTS, a.cutPoints().equals(b.cutPoints()));
        same.put(AssumptionKind.WITHOUT, a.without().equals(b.without()));
        same.values().removeIf(equal -> equal);
        return same.keySet();
    }

    /** The groups with the most differing readings; the others are combined, among equals the later ones. */
    private static List<ScenarioPart> largest(List<ScenarioPart> groups, int most) {
        List<ScenarioPart> largest = groups.stream()
                .sorted(Comparator.comparingInt((ScenarioPart part) -> part.positions().length)
                        .reversed())
                .limit(most - 1)
                .toList();
        List<ScenarioPart> others =
                groups.stream().filter(part -> !largest.contains(part)).toList();
        return Stream.concat(groups.stream().filter(largest::contains), Stream.of(combined(others)))
                .toList();
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

    /**
     * A unit of attribution between two scenarios: the differing readings of a barrier or driver, or one kind of
     * assumption; several of them if combined.
     *
     * @param ids ids of groups or of kinds
     * @param positions catalogue positions of the differing readings
     * @param kinds kinds of assumptions that differ
     */
    record ScenarioPart(List<String> ids, int[] positions, Set<AssumptionKind> kinds) {

        boolean hasReadings() {
            return kinds.isEmpty();
        }
    }
}

package entente.analysis.comparison;

import entente.analysis.comparison.ScenarioContrast.AssumptionDifference;
import entente.analysis.comparison.ScenarioContrast.Attribution;
import entente.analysis.comparison.ScenarioContrast.ReadingDifference;
import entente.analysis.comparison.ScenarioContrast.RuleDifference;
import entente.model.Assumptions.AssumptionKind;
import entente.model.Catalogue;
import entente.model.Grade;
import entente.model.Numbers;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.assessment.Assessment.AssumptionChange;
import entente.scoring.Assessor;
import entente.scoring.ScoredScenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Compares two assessments under the same rule book. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public final class ScenarioContrasts {

    private static final String PREFIX = "#/assumptions/";

    private final Assessor assessor;
    /** Largest number of separate parts. */
    private final int maxParts;
    /** Largest number of mixtures for shares of single readings. */
    private final long maxMixtures;

    public ScenarioContrasts(Assessor assessor) {
        this(assessor, ShapleyValues.MAX_PLAYERS, ScenarioAttribution.MAX_MIXTURES);
    }

    /** Each further scenario against the first one. */
    public List<ScenarioContrast> withFirst(List<Scenario> scenarios) {
        List<Assessment> assessments = scenarios.stream().map(assessor::assess).toList();
        return assessments.stream()
                .skip(1)
                .map(after -> between(assessments.get(0), after))
                .toList();
    }

    /** Both must have been assessed under this assessor's rule book. */
    public ScenarioContrast between(Assessment before, Assessment after) {
        return new ScenarioContrast(
                before,
                after,
                attribute(before.scenario(), after.scenario()),
                readings(before.scenario(), after.scenario()),
                assumptions(before, after),
                IntStream.range(0, before.ledger().size())
                        .mapToObj(r -> new RuleDifference(
                                before.ledger().get(r), after.ledger().get(r)))
                        .filter(RuleDifference::differs)
                        .toList());
    }

    Attribution attribute(Scenario before, Scenario after) {
        return new ScenarioAttribution(assessor, before, after, maxParts, maxMixtures).attribute();
    }

    private List<ReadingDifference> readings(Scenario before, Scenario after) {
        Catalogue catalogue = assessor.book().catalogue();
        Grade[] first = ScoredScenario.grades(before, catalogue);
        Grade[] second = ScoredScenario.grades(after, catalogue);
        return IntStream.range(0, first.length)
                .mapToObj(i -> {
                    String id = catalogue.indicators().get(i).id();
                    return new ReadingDifference(id, before.reading(id), first[i], after.reading(id), second[i]);
                })
                .filter(ReadingDifference::differs)
                .toList();
    }

    /** An assumption that a scenario does not set has the value of the rule book. */
    private List<AssumptionDifference> assumptions(Assessment before, Assessment after) {
        List<AssumptionDifference> differences = new ArrayList<>();
        int first = before.scenario().horizonYears();
        int second = after.scenario().horizonYears();
        if (first != second) {
            differences.add(new AssumptionDifference(
                    AssumptionKind.HORIZON, "#/horizonYears", Integer.toString(first), Integer.toString(second)));
        }
        Map<String, AssumptionChange> ofFirst = byPointer(before);
        Map<String, AssumptionChange> ofSecond = byPointer(after);
        Set<String> pointers = new TreeSet<>(ofFirst.keySet());
        pointers.addAll(ofSecond.keySet());
        pointers.stream()
                .map(pointer -> kindOf(pointer) == AssumptionKind.BASE_RATE
                        ? new AssumptionDifference(
                                AssumptionKind.BASE_RATE,
                                PREFIX + AssumptionKind.BASE_RATE.id(),
                                baseRate(before.scenario()),
                                baseRate(after.scenario()))
                        : new AssumptionDifference(
                                kindOf(pointer),
                                pointer,
                                value(pointer, ofFirst, ofSecond),
                                value(pointer, ofSecond, ofFirst)))
                .distinct()
                .filter(difference -> !difference.before().equals(difference.after()))
                .sorted(Comparator.comparing(AssumptionDifference::kind))
                .forEach(differences::add);
        return differences;
    }

    private static Map<String, AssumptionChange> byPointer(Assessment assessment) {
        return assessment.assumptions().stream()
                .collect(Collectors.toMap(AssumptionChange::pointer, Function.identity()));
    }

    private static String value(
            String pointer, Map<String, AssumptionChange> own, Map<String, AssumptionChange> others) {
        AssumptionChange change = own.get(pointer);
        return change == null ? Objects.requireNonNull(others.get(pointer)).book() : change.assumed();
    }

    private String baseRate(Scenario scenario) {
        return Numbers.plain(assessor.book().baseRate(scenario.assumptions(), scenario.horizonYears()));
    }

    private static AssumptionKind kindOf(String pointer) {
        String field = pointer.substring(PREFIX.length()).split("/", -1)[0];
        return field.equals("referenceClass") ? AssumptionKind.BASE_RATE : AssumptionKind.of(field);
    }
}

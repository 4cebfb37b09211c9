package entente.analysis.comparison;

import entente.model.AssumptionKind;
import entente.model.Numbers;
import entente.model.assessment.Assessment;
import entente.model.assessment.AssumptionChange;
import entente.model.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Assumptions that differ between two scenarios; an assumption that a scenario does not set has the rule book's value.
 */
final class AssumptionDifferences {

    private static final String PREFIX = "#/assumptions/";

    private AssumptionDifferences() {}

    static List<AssumptionDifference> between(Assessment before, Assessment after, RuleBook book) {
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
        for (AssumptionKind kind : AssumptionKind.values()) {
            for (String pointer : pointers) {
                String a = value(pointer, ofFirst, ofSecond, first, book);
                String b = value(pointer, ofSecond, ofFirst, second, book);
                if (kind(pointer) == kind && !a.equals(b)) {
                    differences.add(new AssumptionDifference(kind, pointer, a, b));
                }
            }
        }
        return differences;
    }

    private static Map<String, AssumptionChange> byPointer(Assessment assessment) {
        return assessment.assumptions().stream()
                .collect(Collectors.toMap(AssumptionChange::pointer, Function.identity()));
    }

    private static String value(
            String pointer,
            Map<String, AssumptionChange> own,
            Map<String, AssumptionChange> others,
            int horizon,
            RuleBook book) {
        AssumptionChange change = own.get(pointer);
        if (change != null) {
            return change.assumed();
        }
        return kind(pointer) == AssumptionKind.BASE_RATE
                ? Numbers.plain(book.baseRate(horizon))
                : Objects.requireNonNull(others.get(pointer)).book();
    }

    private static AssumptionKind kind(String pointer) {
        return AssumptionKind.of(pointer.substring(PREFIX.length()).split("/", -1)[0]);
    }
}

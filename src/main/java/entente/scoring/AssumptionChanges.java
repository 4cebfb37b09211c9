package entente.scoring;

import entente.model.Assumptions;
import entente.model.CutPoint;
import entente.model.Numbers;
import entente.model.Scenario;
import entente.model.assessment.AssumptionChange;
import entente.model.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lists the differences between assumptions and rule book in a fixed order. */
final class AssumptionChanges {

    private AssumptionChanges() {}

    static List<AssumptionChange> of(Scenario scenario, RuleBook book) {
        Assumptions assumptions = scenario.assumptions();
        List<AssumptionChange> changes = new ArrayList<>();
        assumptions
                .baseRatePercent()
                .ifPresent(rate -> changes.add(new AssumptionChange(
                        "#/assumptions/baseRatePercent",
                        Numbers.plain(book.baseRate(scenario.horizonYears())),
                        Numbers.plain(rate))));
        new TreeMap<>(assumptions.weights())
                .forEach((question, table) -> new TreeMap<>(table)
                        .forEach((strength, points) -> changes.add(new AssumptionChange(
                                "#/assumptions/weights/" + question.name().toLowerCase(Locale.ROOT) + "/" + strength,
                                Numbers.plain(book.weights().points(question, strength)),
                                Numbers.plain(points)))));
        new TreeMap<>(assumptions.emphasis())
                .forEach((group, factor) -> changes.add(
                        new AssumptionChange("#/assumptions/emphasis/" + group, "1", Numbers.plain(factor))));
        new TreeMap<>(assumptions.cutPoints())
                .forEach((indicator, cuts) -> changes.add(new AssumptionChange(
                        "#/assumptions/cutPoints/" + indicator,
                        book.catalogue().indicator(indicator).cutPoints().stream()
                                .map(CutPoint::from)
                                .map(Numbers::plain)
                                .collect(Collectors.joining(", ")),
                        cuts.stream().map(Numbers::plain).collect(Collectors.joining(", ")))));
        new TreeSet<>(assumptions.without())
                .forEach(id -> changes.add(new AssumptionChange("#/assumptions/without/" + id, "on", "off")));
        changes.removeIf(change -> change.book().equals(change.assumed()));
        return changes;
    }
}

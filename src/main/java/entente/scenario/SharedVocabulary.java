package entente.scenario;

import entente.model.Assumptions;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.rule.RuleBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Scenarios that use indicators of either of two rule books. */
public final class SharedVocabulary {

    private SharedVocabulary() {}

    /** Reads a scenario with the vocabulary of both books; the own book takes precedence. */
    public static ScenarioReader reader(RuleBook own, RuleBook other) {
        Set<String> switches = new TreeSet<>(own.switchableIds());
        switches.addAll(other.switchableIds());
        return new ScenarioReader(new Vocabulary(own.catalogue().with(other.catalogue()), switches));
    }

    /** A scenario without the readings and assumptions that this book does not define. */
    public static Scenario restrict(Scenario scenario, RuleBook book) {
        Map<String, Reading> readings = new LinkedHashMap<>(scenario.readings());
        readings.keySet().removeIf(id -> book.catalogue().find(id).isEmpty());
        Assumptions all = scenario.assumptions();
        Map<String, Double> emphasis = new TreeMap<>(all.emphasis());
        emphasis.keySet().retainAll(book.switchableIds());
        Set<String> without = new TreeSet<>(all.without());
        without.retainAll(book.switchableIds());
        Map<String, List<Double>> cutPoints = new TreeMap<>(all.cutPoints());
        cutPoints.keySet().removeIf(id -> book.catalogue().find(id).isEmpty());
        return scenario.withReadings(readings)
                .withAssumptions(new Assumptions(all.weights(), emphasis, without, cutPoints, all.baseRatePercent()));
    }
}

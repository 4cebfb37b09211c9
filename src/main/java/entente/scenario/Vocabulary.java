package entente.scenario;

import entente.document.Fields;
import entente.document.Position;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.Assumptions;
import entente.model.Catalogue;
import entente.model.Group;
import entente.model.Group.GroupKind;
import entente.model.Indicator;
import entente.model.Question;
import entente.model.Scenario;
import entente.model.Strength;
import entente.model.rule.RuleBook;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The names that a scenario can refer to.
 *
 * @param switchableIds ids of the rules and groups that can be disabled
 * @param weights the points of the strengths to which a book gives some
 * @param referenceClasses ids of the classes whose rate can be the base rate
 */
public record Vocabulary(
        Catalogue catalogue,
        Set<String> switchableIds,
        Map<Question, Map<Strength, Double>> weights,
        Set<String> referenceClasses) {

    /** From so many unknown indicators on, a scenario can be one of another rule book. */
    private static final int MANY_UNKNOWN = 3;

    public static Vocabulary of(RuleBook book) {
        return new Vocabulary(
                book.catalogue(),
                book.switchableIds(),
                book.weights().points(),
                new TreeSet<>(book.referenceClasses().ids()));
    }

    /** Ids of the groups that a word in the plural names: {@code barriers} or {@code drivers}; empty for another word. */
    List<String> groupsOfKind(String word) {
        return catalogue.groups().stream()
                .filter(group -> (group.kind() == GroupKind.BARRIER && word.equals("barriers"))
                        || (group.kind() == GroupKind.DRIVER && word.equals("drivers")))
                .map(Group::id)
                .toList();
    }

    /** Whether a percentage can be a reading of this indicator; also of an unknown one, which is refused for that. */
    boolean takesPercentage(String indicator) {
        return catalogue.find(indicator).map(Indicator::percent).orElse(true);
    }

    /** Adds a problem where most indicators are unknown, as in a scenario of another rule book, and whether it did. */
    boolean rejectOtherBook(Collection<String> ids, Position at) {
        long unknown = ids.stream().filter(id -> catalogue.find(id).isEmpty()).count();
        boolean other = unknown >= MANY_UNKNOWN && 2 * unknown > ids.size();
        if (other) {
            at.reject(
                    "OTHER_RULE_BOOK",
                    "The rule book, on " + catalogue.subject().pair() + ", does not know " + unknown + " of the "
                            + ids.size() + " indicators: the scenario is probably for another one.");
        }
        return other;
    }

    public void rejectIndicator(String id, Position at) {
        at.rejectUnknown(
                "UNKNOWN_INDICATOR", "indicator", id, catalogue.positions().keySet());
    }

    /** The same without the closest of this rule book, which is not what a scenario of another one means. */
    static void rejectForeign(String id, Position at) {
        at.rejectUnknown("UNKNOWN_INDICATOR", "indicator", id, List.of());
    }

    /** Reads a scenario with the vocabulary of both books; the own book takes precedence. */
    public static ScenarioReader reader(RuleBook own, RuleBook other) {
        Set<String> switches = new TreeSet<>(own.switchableIds());
        switches.addAll(other.switchableIds());
        Map<Question, Map<Strength, Double>> weights =
                overlaid(other.weights().points(), own.weights().points());
        Set<String> classes = new TreeSet<>(own.referenceClasses().ids());
        classes.addAll(other.referenceClasses().ids());
        return new ScenarioReader(new Vocabulary(own.catalogue().with(other.catalogue()), switches, weights, classes));
    }

    /** The same with the weights that assumptions change. */
    Vocabulary under(Assumptions assumptions) {
        return new Vocabulary(catalogue, switchableIds, overlaid(weights, assumptions.weights()), referenceClasses);
    }

    private static Map<Question, Map<Strength, Double>> overlaid(
            Map<Question, Map<Strength, Double>> below, Map<Question, Map<Strength, Double>> above) {
        Map<Question, Map<Strength, Double>> all = new EnumMap<>(below);
        above.forEach((question, points) -> all.merge(question, points, (less, more) -> {
            Map<Strength, Double> both = new EnumMap<>(less);
            both.putAll(more);
            return both;
        }));
        return all;
    }

    /** A scenario without the readings and assumptions that this book does not define. */
    public static Scenario restrict(Scenario scenario, RuleBook book) {
        Predicate<String> rated = id -> book.catalogue().find(id).isPresent();
        Predicate<String> switchable = book.switchableIds()::contains;
        Assumptions all = scenario.assumptions();
        Map<Question, Map<Strength, Double>> weights = new TreeMap<>(all.weights());
        weights.replaceAll((question, points) -> only(points, book.weights().of(question)::containsKey));
        Set<String> without = new TreeSet<>(all.without());
        without.removeIf(switchable.negate());
        return scenario.withReadings(only(scenario.readings(), rated))
                .withAssumptions(all.withWeights(weights)
                        .withEmphasis(only(all.emphasis(), switchable))
                        .withWithout(without)
                        .withCutPoints(only(all.cutPoints(), rated))
                        .withReferenceClass(all.referenceClass()
                                .filter(id -> book.referenceClasses().find(id).isPresent())));
    }

    private static <K, V> Map<K, V> only(Map<K, V> all, Predicate<K> known) {
        Map<K, V> kept = new LinkedHashMap<>(all);
        kept.keySet().removeIf(known.negate());
        return kept;
    }

    /** The ids of the indicators that a member names, each or by their group; unknown names are problems. */
    public static Set<String> indicators(Fields fields, String name, Catalogue catalogue) {
        Set<String> selected = new TreeSet<>();
        fields.texts(name, (id, at) -> {
            List<String> named = catalogue.indicatorIds(id);
            if (named.isEmpty()) {
                at.reject(
                        "UNKNOWN_INDICATOR",
                        "There is no indicator or group \"" + Text.excerpt(id) + "\".",
                        List.of(),
                        new Suggestion(id, catalogue.ids()));
            }
            selected.addAll(named);
        });
        return selected;
    }
}

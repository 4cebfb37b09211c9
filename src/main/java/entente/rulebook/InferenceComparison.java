package entente.rulebook;

import entente.model.Grade;
import entente.model.GradedReading;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;

/** Compares the rules that hold by the truth tables with those that a Drools session infers. Thread-safe. */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public final class InferenceComparison {

    private final RuleBook book;
    private final Inference drools;
    private final InferenceCounts counts;

    /** Builds the Drools rule base of the book, which takes about 250 ms. */
    public InferenceComparison(LoadedRuleBook loaded, InferenceCounts counts) {
        this(loaded.book(), loaded.drools(), counts);
    }

    /**
     * Infers the rules that hold and compares them with the given ones.
     *
     * @param scenario id, for the message
     * @param satisfied by the tables, for each rule in the order of the book
     * @throws IllegalStateException if the two differ; names the rules, the scenario and the grades that they read
     */
    public void compare(String scenario, List<GradedReading> readings, boolean[] satisfied) {
        Set<String> inferred = drools.satisfiedRules(readings);
        counts.comparisons().increment();
        String differences = IntStream.range(0, satisfied.length)
                .filter(r -> inferred.contains(book.rules().get(r).id()) != satisfied[r])
                .mapToObj(r -> describe(book.rules().get(r), readings, satisfied[r]))
                .collect(Collectors.joining("; "));
        if (!differences.isEmpty()) {
            counts.differences().increment();
            throw new IllegalStateException(
                    "Drools and the truth tables differ in scenario " + scenario + ": " + differences + ".");
        }
    }

    private static String describe(Rule rule, List<GradedReading> readings, boolean byTables) {
        Map<String, Grade> all =
                readings.stream().collect(Collectors.toMap(GradedReading::indicator, GradedReading::grade));
        String grades = rule.indicators().stream()
                .map(indicator -> indicator + " " + all.getOrDefault(indicator, Grade.UNKNOWN))
                .collect(Collectors.joining(", "));
        return "rule " + rule.id() + " holds by " + (byTables ? "the tables" : "Drools") + " only ("
                + (grades.isEmpty() ? "no condition" : grades) + ")";
    }
}

package entente.sidebyside;

import entente.model.Grade;
import entente.model.rule.Rule;
import entente.rulebook.TruthTables;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The truth tables of the product, as a compiled rule book has them, and a sum. */
final class EntenteTables extends JavaCandidate {

    private final TruthTables tables;
    private final int[] pointsByRule;

    EntenteTables(Workload workload) {
        super(workload);
        tables = tables(workload.base());
        pointsByRule =
                workload.base().rules().stream().mapToInt(WeightedRule::points).toArray();
    }

    /** The product fills them with Drools; here the other engines check the result. */
    static TruthTables tables(RuleBase base) {
        List<Rule> rules = base.book().rules();
        return new TruthTables(
                rules.stream()
                        .map(rule -> rule.indicators().stream()
                                .mapToInt(indicator ->
                                        Objects.requireNonNull(base.positions().get(indicator)))
                                .toArray())
                        .toArray(int[][]::new),
                rules.stream()
                        .map(rule -> rule.indicators().stream()
                                .mapToInt(indicator -> mask(rule, indicator))
                                .toArray())
                        .toArray(int[][]::new));
    }

    private static int mask(Rule rule, String indicator) {
        return Arrays.stream(Grade.values())
                .filter(grade -> rule.conditions().stream()
                        .filter(condition -> condition.indicator().equals(indicator))
                        .allMatch(condition -> condition.isMetBy(grade)))
                .mapToInt(grade -> 1 << grade.ordinal())
                .sum();
    }

    @Override
    protected void evaluate(int from, int to, int[] points) {
        for (int s = from; s < to; s++) {
            boolean[] satisfied = tables.satisfiedRules(workload.scenarios()[s]);
            int sum = 0;
            for (int r = 0; r < satisfied.length; r++) {
                if (satisfied[r]) {
                    sum += pointsByRule[r];
                }
            }
            points[s] = sum;
        }
    }
}

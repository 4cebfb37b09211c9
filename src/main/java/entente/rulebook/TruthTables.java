package entente.rulebook;

import entente.model.Grade;
import entente.model.RuleCondition;
import entente.model.rule.Rule;
import entente.model.rule.RuleBook;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * For each rule the indicators of its conditions, and for each of them the grades with which the rule fires if the
 * other conditions hold. A rule is a conjunction of conditions on single readings, so these tables determine it for all
 * readings.
 *
 * <p>Drools fills the tables when a book is compiled. The seed of its check is fixed, so that compilation is repeatable.
 *
 * @param indicators by rule, the catalogue indexes of its indicators
 * @param masks by rule and indicator, a bit for each grade (by its ordinal) with which the rule fires
 */
public record TruthTables(int[][] indicators, int[][] masks) implements Inference {

    private static final int SAMPLES = 200;
    private static final long SEED = 2019;

    /**
     * Asks Drools, for each rule and each of its indicators, with which grades the rule fires while its other indicators
     * have the grades of their thresholds, which meet their conditions; all indicators that it does not read are unrated.
     */
    static TruthTables fill(RuleBook book, Inference drools) {
        // Half of the questions are those of another rule as well, and each takes a session.
        Map<List<Grade>, boolean[]> asked = new HashMap<>();
        Inference once = grades -> asked.computeIfAbsent(List.of(grades), key -> drools.satisfiedRules(grades));
        Map<String, Integer> positions = book.catalogue().positions();
        List<Rule> rules = book.rules();
        int[][] indicators = new int[rules.size()][];
        int[][] masks = new int[rules.size()][];
        for (int r = 0; r < indicators.length; r++) {
            Grade[] meeting = new Grade[positions.size()];
            Arrays.fill(meeting, Grade.UNKNOWN);
            for (RuleCondition condition : rules.get(r).conditions()) {
                meeting[Objects.requireNonNull(positions.get(condition.indicator()))] = condition.threshold();
            }
            int rule = r;
            indicators[r] = rules.get(r).indicators().stream()
                    .mapToInt(i -> Objects.requireNonNull(positions.get(i)))
                    .toArray();
            masks[r] = Arrays.stream(indicators[r])
                    .map(i -> mask(rule, i, meeting, once))
                    .toArray();
        }
        TruthTables tables = new TruthTables(indicators, masks);
        tables.check(positions.size(), drools);
        return tables;
    }

    private static int mask(int rule, int indicator, Grade[] meeting, Inference drools) {
        int mask = 0;
        for (Grade grade : Grade.values()) {
            Grade[] grades = meeting.clone();
            grades[indicator] = grade;
            mask |= drools.satisfiedRules(grades)[rule] ? 1 << grade.ordinal() : 0;
        }
        return mask;
    }

    /** Drools has to agree on random readings too: rules are conjunctions, so that the tables determine them. */
    private void check(int count, Inference drools) {
        Random random = new Random(SEED);
        for (int n = 0; n < SAMPLES; n++) {
            Grade[] grades = random.ints(count, 0, Grade.values().length)
                    .mapToObj(grade -> Grade.values()[grade])
                    .toArray(Grade[]::new);
            if (!Arrays.equals(drools.satisfiedRules(grades), satisfiedRules(grades))) {
                throw new IllegalStateException("Drools and the truth tables differ");
            }
        }
    }

    @Override
    public boolean[] satisfiedRules(Grade[] grades) {
        boolean[] satisfied = new boolean[indicators.length];
        for (int r = 0; r < satisfied.length; r++) {
            satisfied[r] = holds(r, grades);
        }
        return satisfied;
    }

    public boolean holds(int rule, Grade[] grades) {
        int[] read = indicators[rule];
        int[] accepted = masks[rule];
        for (int i = 0; i < read.length; i++) {
            if ((accepted[i] & 1 << grades[read[i]].ordinal()) == 0) {
                return false;
            }
        }
        return true;
    }
}

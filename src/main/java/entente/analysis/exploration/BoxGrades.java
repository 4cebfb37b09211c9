package entente.analysis.exploration;

import entente.model.Catalogue;
import entente.model.ComparisonOperator;
import entente.model.Grade;
import entente.model.RuleCondition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The grades that a box allows, by indicator, as a range; without a condition all grades, UNKNOWN included.
 *
 * @param low the lowest allowed grade, by ordinal
 * @param high the highest allowed grade, by ordinal
 */
record BoxGrades(int[] low, int[] high) {

    private static final int LOWEST = Grade.UNKNOWN.ordinal();
    private static final int HIGHEST = Grade.VERY_HIGH.ordinal();

    static BoxGrades all(int indicators) {
        int[] high = new int[indicators];
        Arrays.fill(high, HIGHEST);
        return new BoxGrades(new int[indicators], high);
    }

    boolean allows(int indicator, int grade) {
        return grade >= low[indicator] && grade <= high[indicator];
    }

    BoxGrades atLeast(int indicator, int grade) {
        int[] changed = low.clone();
        changed[indicator] = grade;
        return new BoxGrades(changed, high);
    }

    /** A reading that is unknown is not at most anything. */
    BoxGrades atMost(int indicator, int grade) {
        int[] raised = low.clone();
        raised[indicator] = Math.max(low[indicator], Grade.VERY_LOW.ordinal());
        int[] lowered = high.clone();
        lowered[indicator] = grade;
        return new BoxGrades(raised, lowered);
    }

    BoxGrades and(BoxGrades other) {
        return new BoxGrades(
                IntStream.range(0, low.length)
                        .map(i -> Math.max(low[i], other.low[i]))
                        .toArray(),
                IntStream.range(0, low.length)
                        .map(i -> Math.min(high[i], other.high[i]))
                        .toArray());
    }

    /** The number of conditions. */
    int size() {
        return conditions(i -> "").size();
    }

    List<RuleCondition> conditions(Catalogue catalogue) {
        return conditions(i -> catalogue.indicators().get(i).id());
    }

    private List<RuleCondition> conditions(IntFunction<String> id) {
        List<RuleCondition> conditions = new ArrayList<>();
        for (int i = 0; i < low.length; i++) {
            if (low[i] > Grade.VERY_LOW.ordinal() || (low[i] > LOWEST && high[i] == HIGHEST)) {
                conditions.add(new RuleCondition(id.apply(i), ComparisonOperator.AT_LEAST, Grade.values()[low[i]]));
            }
            if (high[i] < HIGHEST) {
                conditions.add(new RuleCondition(id.apply(i), ComparisonOperator.AT_MOST, Grade.values()[high[i]]));
            }
        }
        return conditions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoxGrades box && Arrays.equals(low, box.low) && Arrays.equals(high, box.high);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(low) + Arrays.hashCode(high);
    }
}

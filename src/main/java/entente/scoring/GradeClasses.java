package entente.scoring;

import entente.model.Grade;
import entente.rulebook.TruthTables;
import java.util.ArrayList;
import java.util.List;

/**
 * For each indicator which grades are equivalent: those that meet the same conditions of all rules, so that no result
 * tells them apart.
 */
final class GradeClasses {

    private static final List<Grade> GRADES = List.of(Grade.values());

    /** By indicator and grade, the ordinal of the lowest equivalent grade. */
    private final int[][] lowest;

    /** By indicator and current grade. */
    private final List<List<List<Grade>>> others = new ArrayList<>();

    /** @param rulesByIndicator the rules that read each indicator */
    GradeClasses(TruthTables tables, int[][] rulesByIndicator) {
        lowest = new int[rulesByIndicator.length][GRADES.size()];
        for (int indicator = 0; indicator < lowest.length; indicator++) {
            for (int grade = 0; grade < GRADES.size(); grade++) {
                int first = 0;
                while (!meetSame(tables, rulesByIndicator[indicator], indicator, first, grade)) {
                    first++;
                }
                lowest[indicator][grade] = first;
            }
            List<List<Grade>> byCurrent = new ArrayList<>();
            for (Grade current : GRADES) {
                byCurrent.add(nearestOfOthers(indicator, current));
            }
            others.add(byCurrent);
        }
    }

    private static boolean meetSame(TruthTables tables, int[] rules, int indicator, int one, int two) {
        int both = 1 << one | 1 << two;
        for (int rule : rules) {
            int[] read = tables.indicators()[rule];
            for (int position = 0; position < read.length; position++) {
                int met = tables.masks()[rule][position] & both;
                if (read[position] == indicator && met != 0 && met != both) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Grade> nearestOfOthers(int indicator, Grade current) {
        List<Grade> nearest = new ArrayList<>();
        for (Grade grade : GRADES.subList(Grade.VERY_LOW.ordinal(), GRADES.size())) {
            if (!equivalent(indicator, grade, current)) {
                int known = indexOfClass(indicator, grade, nearest);
                if (known < 0) {
                    nearest.add(grade);
                } else if (distance(grade, current) < distance(nearest.get(known), current)) {
                    nearest.set(known, grade);
                }
            }
        }
        return List.copyOf(nearest);
    }

    private int indexOfClass(int indicator, Grade grade, List<Grade> grades) {
        for (int at = 0; at < grades.size(); at++) {
            if (equivalent(indicator, grade, grades.get(at))) {
                return at;
            }
        }
        return -1;
    }

    private static int distance(Grade grade, Grade current) {
        return Math.abs(grade.ordinal() - current.ordinal());
    }

    boolean equivalent(int indicator, Grade one, Grade two) {
        return lowest[indicator][one.ordinal()] == lowest[indicator][two.ordinal()];
    }

    /** The first of each class among these grades. */
    List<Grade> distinct(int indicator, List<Grade> grades) {
        List<Grade> distinct = new ArrayList<>();
        for (Grade grade : grades) {
            if (indexOfClass(indicator, grade, distinct) < 0) {
                distinct.add(grade);
            }
        }
        return distinct;
    }

    /** The nearest known grade of each class except that of the current grade, from the lowest class to the highest. */
    List<Grade> others(int indicator, Grade current) {
        return others.get(indicator).get(current.ordinal());
    }
}

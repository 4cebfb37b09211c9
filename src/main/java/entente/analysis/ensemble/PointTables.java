package entente.analysis.ensemble;

import entente.model.Grade;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For each group of columns a table of the packed points of its rules by the combination of grades. The points of rules
 * that are overridden are in the tables, too, and are subtracted where that happens, which is rare.
 */
final class PointTables {

    private static final int GRADES = Grade.values().length;
    private static final int COMBINATIONS = GRADES * GRADES * GRADES;

    private final List<List<Integer>> groups;
    private final int[][] columns;
    private final long[][] tables;
    private long constant;

    /** @param base packed points of every variant */
    PointTables(List<FoldedRule> rules, long base) {
        constant = base;
        List<FoldedRule> weighted =
                rules.stream().filter(rule -> rule.points() != 0).toList();
        groups = ColumnGroups.of(weighted.stream().map(FoldedRule::columns).toList());
        tables = new long[groups.size()][COMBINATIONS];
        columns = groups.stream().map(PointTables::padded).toArray(int[][]::new);
        weighted.stream().filter(this::contains).forEach(this::add);
    }

    /** A group of fewer columns repeats its first one, which the table then ignores. */
    private static int[] padded(List<Integer> group) {
        return IntStream.range(0, ColumnGroups.SIZE)
                .map(at -> group.get(at < group.size() ? at : 0))
                .toArray();
    }

    /** Whether the points of the rule are in a table or constant. */
    boolean contains(FoldedRule rule) {
        return rule.always() || groups.stream().anyMatch(group -> contains(group, rule));
    }

    private static boolean contains(List<Integer> group, FoldedRule rule) {
        return IntStream.of(rule.columns()).allMatch(group::contains);
    }

    private void add(FoldedRule rule) {
        if (rule.always()) {
            constant += rule.points();
            return;
        }
        int group = IntStream.range(0, groups.size())
                .filter(g -> contains(groups.get(g), rule))
                .findFirst()
                .orElseThrow();
        for (int cell = 0; cell < COMBINATIONS; cell++) {
            if (holds(rule, groups.get(group), cell)) {
                tables[group][cell] += rule.points();
            }
        }
    }

    private static boolean holds(FoldedRule rule, List<Integer> group, int cell) {
        int[] grades = {cell % GRADES, cell / GRADES % GRADES, cell / (GRADES * GRADES)};
        return IntStream.range(0, rule.columns().length)
                .allMatch(at -> (rule.masks()[at] & 1 << grades[group.indexOf(rule.columns()[at])]) != 0);
    }

    /** Writes the sum of a block of variants. */
    void sum(GradeColumns grades, int first, long[] sums) {
        Arrays.fill(sums, constant);
        for (int group = 0; group < tables.length; group++) {
            int[] read = columns[group];
            add(tables[group], grades.column(read[0]), grades.column(read[1]), grades.column(read[2]), first, sums);
        }
    }

    /** The number of the combination, at most 215, fits in a byte, so it is computed for eight variants at a time. */
    private static void add(long[] table, byte[] one, byte[] two, byte[] three, int first, long[] sums) {
        for (int v = 0; v < Blocks.VARIANTS; v += Long.BYTES) {
            int at = first + v;
            long cells = ByteWords.get(one, at)
                    + GRADES * ByteWords.get(two, at)
                    + (long) GRADES * GRADES * ByteWords.get(three, at);
            sums[v] += table[(int) cells & 0xff];
            sums[v + 1] += table[(int) (cells >>> 8) & 0xff];
            sums[v + 2] += table[(int) (cells >>> 16) & 0xff];
            sums[v + 3] += table[(int) (cells >>> 24) & 0xff];
            sums[v + 4] += table[(int) (cells >>> 32) & 0xff];
            sums[v + 5] += table[(int) (cells >>> 40) & 0xff];
            sums[v + 6] += table[(int) (cells >>> 48) & 0xff];
            sums[v + 7] += table[(int) (cells >>> 56)];
        }
    }
}

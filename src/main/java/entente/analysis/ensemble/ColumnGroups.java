package entente.analysis.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Groups columns so that many rules read columns of one group only and one table per group holds their points. */
final class ColumnGroups {

    /** Columns per group: 216 combinations of grades, so that the tables of a book stay in the processor's cache. */
    static final int SIZE = 3;

    private ColumnGroups() {}

    /** @param rules the columns that each rule reads */
    static List<List<Integer>> of(List<int[]> rules) {
        List<Integer> left = new ArrayList<>(rules.stream()
                .filter(columns -> columns.length <= SIZE)
                .flatMapToInt(IntStream::of)
                .distinct()
                .sorted()
                .boxed()
                .toList());
        List<List<Integer>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Integer> group = new ArrayList<>(List.of(left.remove(0)));
            while (group.size() < SIZE && !left.isEmpty()) {
                Integer best = mostRules(rules, group, left);
                left.remove(best);
                group.add(best);
            }
            groups.add(List.copyOf(group));
        }
        return groups;
    }

    /** The first of the columns that completes most rules, or failing that appears with the group in most. */
    private static Integer mostRules(List<int[]> rules, List<Integer> group, List<Integer> left) {
        Integer best = left.get(0);
        long most = -1;
        for (Integer candidate : left) {
            long score = score(rules, group, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static long score(List<int[]> rules, List<Integer> group, Integer candidate) {
        return rules.stream()
                .filter(columns -> columns.length > 1 && columns.length <= SIZE)
                .filter(columns -> IntStream.of(columns).anyMatch(c -> c == candidate))
                .mapToLong(columns -> {
                    long outside = IntStream.of(columns)
                            .filter(c -> c != candidate && !group.contains(c))
                            .count();
                    return outside == 0 ? rules.size() : outside < columns.length - 1 ? 1 : 0;
                })
                .sum();
    }
}

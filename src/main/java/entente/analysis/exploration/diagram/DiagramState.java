package entente.analysis.exploration.diagram;

import java.util.Arrays;
import java.util.SortedMap;

/**
 * What is left of a rule book when some readings are known: two sets of readings that leave the same have the same
 * future.
 *
 * @param flags see {@link StateFlags}
 * @param pending triples, ascending: the number of a pending rule, its alliance points and its partnership points in
 *     hundredths; zero for other effects
 */
record DiagramState(int flags, int[] pending) {

    static final int TRIPLE = 3;

    static DiagramState of(int flags, SortedMap<Integer, int[]> points) {
        int[] pending = new int[points.size() * TRIPLE];
        int at = 0;
        for (var entry : points.entrySet()) {
            pending[at] = entry.getKey();
            pending[at + 1] = entry.getValue()[0];
            pending[at + 2] = entry.getValue()[1];
            at += TRIPLE;
        }
        return new DiagramState(flags, pending);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiagramState state && flags == state.flags && Arrays.equals(pending, state.pending);
    }

    @Override
    public int hashCode() {
        return 31 * flags + Arrays.hashCode(pending);
    }
}

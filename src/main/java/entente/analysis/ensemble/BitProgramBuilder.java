package entente.analysis.ensemble;

import entente.model.Grade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a bit program; equal operations share a slot. */
final class BitProgramBuilder {

    private static final int GRADES = Grade.values().length;

    private final Map<Integer, Integer> inputs = new LinkedHashMap<>();
    private final Map<List<Integer>, Integer> computed = new LinkedHashMap<>();
    private int slots = 1;

    /** The variants whose grade in a column is in the mask. */
    int grades(int column, int mask) {
        int first = inputs.computeIfAbsent(column, unused -> allocate(GRADES));
        // Thresholds of one direction share their partial results if each begins at its end of the scale.
        boolean descending = (mask & 1 << (GRADES - 1)) != 0;
        List<Integer> accepted = new ArrayList<>();
        for (int n = 0; n < GRADES; n++) {
            int grade = descending ? GRADES - 1 - n : n;
            if ((mask & 1 << grade) != 0) {
                accepted.add(first + grade);
            }
        }
        return accepted.stream().reduce(this::or).orElseThrow();
    }

    int and(int left, int right) {
        return left == BitProgram.ALL ? right : operation(BitProgram.AND, left, right);
    }

    int or(int left, int right) {
        return operation(BitProgram.OR, left, right);
    }

    int andNot(int left, int right) {
        return operation(BitProgram.AND_NOT, left, right);
    }

    private int operation(int kind, int left, int right) {
        return computed.computeIfAbsent(List.of(kind, left, right), unused -> allocate(1));
    }

    private int allocate(int count) {
        int first = slots;
        slots += count;
        return first;
    }

    BitProgram build() {
        List<Integer> steps = new ArrayList<>();
        computed.forEach((operation, target) -> {
            steps.add(operation.get(0));
            steps.add(target);
            steps.addAll(operation.subList(1, operation.size()));
        });
        return new BitProgram(slots, array(inputs.keySet()), array(inputs.values()), array(steps));
    }

    private static int[] array(Collection<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}

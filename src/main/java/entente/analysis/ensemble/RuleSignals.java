package entente.analysis.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the rules add to a variant besides the tables of points: the bits of its signals, and the points of rules that
 * no table holds or that are overridden.
 *
 * @param program computes the slots
 * @param signals slot by bit of {@link OutcomeColumns#signals}; {@value #NONE} if no variant has it
 * @param adjusted slots of the variants to which points are added
 * @param points packed points for each of these slots
 */
record RuleSignals(BitProgram program, int[] signals, int[] adjusted, long[] points) {

    static final int NONE = -1;

    static RuleSignals of(List<FoldedRule> rules, PointTables tables) {
        return new Builder(rules).build(tables);
    }

    void writeSignals(long[] words, byte[] target, int first) {
        for (int bit = 0; bit < signals.length; bit++) {
            if (signals[bit] != NONE) {
                GradeBits.spread(words, signals[bit] * Blocks.WORDS, bit, target, first);
            }
        }
    }

    void addPoints(long[] words, long[] sums) {
        for (int at = 0; at < adjusted.length; at++) {
            int slot = adjusted[at] * Blocks.WORDS;
            long added = points[at];
            for (int w = 0; w < Blocks.WORDS; w++) {
                int first = w * Long.SIZE;
                for (long left = words[slot + w]; left != 0; left &= left - 1) {
                    sums[first + GradeBits.variant(Long.numberOfTrailingZeros(left))] += added;
                }
            }
        }
    }

    private static final class Builder {

        private final List<FoldedRule> rules;
        private final BitProgramBuilder bits = new BitProgramBuilder();
        private final int[] signals = new int[Integer.numberOfTrailingZeros(OutcomeColumns.HOLLOW) + 1];
        private final List<Integer> adjusted = new ArrayList<>();
        private final List<Long> points = new ArrayList<>();

        Builder(List<FoldedRule> rules) {
            this.rules = rules;
            Arrays.fill(signals, NONE);
        }

        RuleSignals build(PointTables tables) {
            for (FoldedRule rule : rules) {
                setSignals(rule.signal(), rule);
                if (rule.points() != 0) {
                    adjust(rule, tables.contains(rule));
                }
            }
            return new RuleSignals(
                    bits.build(),
                    signals,
                    adjusted.stream().mapToInt(Integer::intValue).toArray(),
                    points.stream().mapToLong(Long::longValue).toArray());
        }

        private void setSignals(int mask, FoldedRule rule) {
            for (int bit = 0; bit < signals.length; bit++) {
                if ((mask & 1 << bit) != 0) {
                    set(bit, effective(rule));
                }
            }
            if (rule.pact() && !rule.suppressors().isEmpty()) {
                set(signals.length - 1, overridden(rule));
            }
        }

        private void set(int bit, int slot) {
            signals[bit] = signals[bit] == NONE ? slot : bits.or(signals[bit], slot);
        }

        private void adjust(FoldedRule rule, boolean tabled) {
            if (!tabled) {
                adjusted.add(effective(rule));
                points.add(rule.points());
            } else if (!rule.suppressors().isEmpty()) {
                adjusted.add(overridden(rule));
                points.add(-rule.points());
            }
        }

        private int holds(FoldedRule rule) {
            int slot = BitProgram.ALL;
            for (int at = 0; at < rule.columns().length; at++) {
                slot = bits.and(slot, bits.grades(rule.columns()[at], rule.masks()[at]));
            }
            return slot;
        }

        private int suppressed(FoldedRule rule) {
            return rule.suppressors().stream()
                    .map(other -> holds(rules.get(other)))
                    .reduce(bits::or)
                    .orElseThrow();
        }

        /** Overrides act even if they are overridden themselves. */
        private int effective(FoldedRule rule) {
            return rule.suppressors().isEmpty() ? holds(rule) : bits.andNot(holds(rule), suppressed(rule));
        }

        private int overridden(FoldedRule rule) {
            return bits.and(holds(rule), suppressed(rule));
        }
    }
}

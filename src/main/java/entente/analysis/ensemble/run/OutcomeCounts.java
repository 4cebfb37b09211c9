package entente.analysis.ensemble.run;

import entente.analysis.ensemble.OutcomeColumns;
import entente.document.Digest;
import entente.model.Relationship;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How many variants have which points and relationship, and the exact sum of their weights: whole numbers only, so that
 * the order in which variants are counted and added makes no difference. A hash table without objects per entry, as
 * every variant is looked up. Not thread-safe.
 */
public final class OutcomeCounts {

    private static final int RELATIONSHIPS = Relationship.values().length;
    private static final int FIRST_CAPACITY = 1 << 10;

    /** The golden ratio in 32 bits, which scatters consecutive keys. */
    private static final long SCATTER = 0x9E3779B1L;

    private long[] keys = new long[FIRST_CAPACITY];

    /** 0 where an entry is free. */
    private long[] variants = new long[FIRST_CAPACITY];

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private int used;

    /** @param weights the weight of each variant, from 0 to 1; empty if they are not weighted */
    void add(OutcomeColumns outcomes, int count, double[] weights) {
        int[] points = outcomes.points();
        byte[] relationships = outcomes.relationships();
        for (int v = 0; v < count; v++) {
            int at = entry((long) points[v] * RELATIONSHIPS + relationships[v]);
            variants[at]++;
            if (weights.length > 0) {
                long units = ExactWeight.high(weights[v]);
                addWeight(at, units, ExactWeight.low(weights[v], units));
            }
        }
    }

    /** Adds variants with the same outcome. */
    public void add(OutcomeCount counted) {
        int at = entry(
                (long) counted.points() * RELATIONSHIPS + counted.relationship().ordinal());
        variants[at] += counted.variants();
        addWeight(at, counted.weight().high(), counted.weight().low());
    }

    public void addAll(OutcomeCounts others) {
        others.sorted().forEach(this::add);
    }

    private void addWeight(int at, long units, long fraction) {
        long sum = low[at] + fraction;
        high[at] += units + (sum >>> ExactWeight.BITS);
        low[at] = sum & ExactWeight.MASK;
    }

    private int entry(long key) {
        int at = slot(key);
        if (variants[at] == 0) {
            if (2 * (used + 1) > keys.length) {
                grow();
                at = slot(key);
            }
            used++;
            keys[at] = key;
        }
        return at;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) ((key * SCATTER) >>> 16) & mask;
        while (variants[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        List<OutcomeCount> all = sorted();
        int capacity = 2 * keys.length;
        keys = new long[capacity];
        variants = new long[capacity];
        high = new long[capacity];
        low = new long[capacity];
        used = 0;
        all.forEach(this::add);
    }

    /** Each outcome that occurs, by points and relationship. */
    public List<OutcomeCount> sorted() {
        List<OutcomeCount> all = new ArrayList<>(used);
        for (int at = 0; at < keys.length; at++) {
            if (variants[at] != 0) {
                all.add(new OutcomeCount(
                        (int) Math.floorDiv(keys[at], (long) RELATIONSHIPS),
                        Relationship.values()[Math.floorMod(keys[at], RELATIONSHIPS)],
                        variants[at],
                        new ExactWeight(high[at], low[at])));
            }
        }
        all.sort(Comparator.comparingInt(OutcomeCount::points).thenComparing(OutcomeCount::relationship));
        return all;
    }

    /** Number of variants. */
    public long variants() {
        return Arrays.stream(variants).sum();
    }

    /** SHA-256 of all counts and weights in a fixed order. */
    public String sha256() {
        StringBuilder text = new StringBuilder();
        sorted().forEach(counted -> text.append(counted.line()).append('\n'));
        return Digest.sha256(text.toString());
    }
}

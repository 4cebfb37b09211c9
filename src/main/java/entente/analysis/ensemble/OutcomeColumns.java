package entente.analysis.ensemble;

import entente.model.rule.CeilingKind;
import lombok.Getter;

/**
 * The outcomes of a batch of variants, one entry per variant in each array. Reused from batch to batch; entries beyond
 * the batch have no meaning. Not thread-safe.
 */
@Getter
public final class OutcomeColumns {

    /** Bit of {@link #signals} for a pact in force; the lower bits are effective ceilings by {@link CeilingKind}. */
    public static final int PACT = 1 << CeilingKind.values().length;

    /** Bit of {@link #signals} for an overridden claim of a pact. */
    public static final int HOLLOW = PACT << 1;

    /** Largest number of variants in a batch. */
    private final int capacity;

    /** Points on the alliance after ceilings, in hundredths. */
    private final int[] points;

    /** Likelihood in tenths of a percent, from 10 to 990. */
    private final short[] percentTenths;

    /** Ordinals of {@link entente.model.Band}. */
    private final byte[] bands;

    /** Points on the partnership in hundredths. */
    private final int[] partnership;

    /** Ordinals of {@link entente.model.Relationship}. */
    private final byte[] relationships;

    /** Sets of {@link entente.model.assessment.VerdictFlag}: bit n is the flag with ordinal n. */
    private final byte[] flags;

    /** Which kinds of ceilings are effective (bit n is the kind with ordinal n), {@link #PACT} and {@link #HOLLOW}. */
    private final byte[] signals;

    /** @param capacity largest number of variants in a batch */
    public OutcomeColumns(int capacity) {
        this.capacity = capacity;
        int padded = Blocks.padded(capacity);
        points = new int[padded];
        percentTenths = new short[padded];
        bands = new byte[padded];
        partnership = new int[padded];
        relationships = new byte[padded];
        flags = new byte[padded];
        signals = new byte[padded];
    }
}

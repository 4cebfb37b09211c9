package entente.analysis.ensemble;

/**
 * The grades of a batch of variants: one array per varied indicator, one ordinal of {@link entente.model.Grade} (0–5)
 * per variant. Reused from batch to batch, so that a run needs the memory of one batch. Not thread-safe.
 */
public final class GradeColumns {

    private final byte[][] columns;

    private final int capacity;

    private int count;

    /**
     * @param indicators number of varied indicators
     * @param capacity largest number of variants in a batch
     */
    public GradeColumns(int indicators, int capacity) {
        this.capacity = capacity;
        columns = new byte[indicators][Blocks.padded(capacity)];
    }

    /** Number of variants in the batch, from 0 to the capacity. */
    public int count() {
        return count;
    }

    public int capacity() {
        return capacity;
    }

    public int indicators() {
        return columns.length;
    }

    /**
     * The grade ordinals of one varied indicator, to be written up to the count. No other values than 0–5 may be
     * written; they are not checked.
     */
    public byte[] column(int indicator) {
        return columns[indicator];
    }

    /** @throws IllegalArgumentException if the count exceeds the capacity */
    public void resize(int variants) {
        if (variants < 0 || variants > capacity) {
            throw new IllegalArgumentException(variants + " variants do not fit in a batch of " + capacity);
        }
        count = variants;
    }
}

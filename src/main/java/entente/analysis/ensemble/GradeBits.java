package entente.analysis.ensemble;

/**
 * Turns columns of bytes into words with one bit per variant and back, eight variants at a time. The bits of a word are
 * those of 64 variants in the order that this needs no more than shifts: bit 8b + n is variant 8n + b.
 */
final class GradeBits {

    private static final long LOWEST_BITS = 0x0101010101010101L;

    private GradeBits() {}

    /** The position within 64 variants of the variant of a bit. */
    static int variant(int bit) {
        return (bit & 7) << 3 | bit >>> 3;
    }

    /** Writes for each grade a block of words with the variants that have it. */
    static void split(byte[] grades, int first, long[] words, int at) {
        for (int w = 0; w < Blocks.WORDS; w++) {
            long low = 0;
            long middle = 0;
            long high = 0;
            for (int n = 0; n < Long.BYTES; n++) {
                long eight = ByteWords.get(grades, first + w * Long.SIZE + n * Long.BYTES);
                low |= (eight & LOWEST_BITS) << n;
                middle |= (eight >>> 1 & LOWEST_BITS) << n;
                high |= (eight >>> 2 & LOWEST_BITS) << n;
            }
            int word = at + w;
            words[word] = ~(low | middle | high);
            words[word + Blocks.WORDS] = low & ~middle & ~high;
            words[word + 2 * Blocks.WORDS] = middle & ~low;
            words[word + 3 * Blocks.WORDS] = middle & low;
            words[word + 4 * Blocks.WORDS] = high & ~low;
            words[word + 5 * Blocks.WORDS] = high & low;
        }
    }

    /** Sets a bit in the bytes of the variants whose bit in the block is set. */
    static void spread(long[] words, int at, int bit, byte[] bytes, int first) {
        for (int w = 0; w < Blocks.WORDS; w++) {
            long word = words[at + w];
            for (int n = 0; n < Long.BYTES; n++) {
                int index = first + w * Long.SIZE + n * Long.BYTES;
                ByteWords.set(bytes, index, ByteWords.get(bytes, index) | (word >>> n & LOWEST_BITS) << bit);
            }
        }
    }
}

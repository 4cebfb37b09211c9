package entente.analysis.ensemble;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Turns columns of bytes into words with one bit per variant and back, eight variants per multiplication. */
final class GradeBits {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long LOWEST_BITS = 0x0101010101010101L;

    /** Moves the lowest bit of byte n of a factor to bit 56 + n of the product, without carries. */
    private static final long GATHER = 0x0102040810204080L;

    private static final long ONE_BIT_PER_BYTE = 0x8040201008040201L;
    private static final long ALMOST_FULL = 0x7f7f7f7f7f7f7f7fL;

    private GradeBits() {}

    /** Writes for each grade a block of words with the variants that have it. */
    static void split(byte[] grades, int first, long[] words, int at) {
        for (int w = 0; w < Blocks.WORDS; w++) {
            long low = 0;
            long middle = 0;
            long high = 0;
            for (int b = 0; b < Long.SIZE; b += Byte.SIZE) {
                long eight = (long) LONGS.get(grades, first + w * Long.SIZE + b);
                low |= gather(eight) << b;
                middle |= gather(eight >>> 1) << b;
                high |= gather(eight >>> 2) << b;
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

    private static long gather(long eight) {
        return (eight & LOWEST_BITS) * GATHER >>> 56;
    }

    /** Sets a bit in the bytes of the variants whose bit in the block is set. */
    static void spread(long[] words, int at, int bit, byte[] bytes, int first) {
        for (int w = 0; w < Blocks.WORDS; w++) {
            long word = words[at + w];
            for (int b = 0; b < Long.SIZE; b += Byte.SIZE) {
                int index = first + w * Long.SIZE + b;
                long eight = (word >>> b & 0xff) * LOWEST_BITS & ONE_BIT_PER_BYTE;
                long ones = eight + ALMOST_FULL >>> 7 & LOWEST_BITS;
                LONGS.set(bytes, index, (long) LONGS.get(bytes, index) | ones << bit);
            }
        }
    }
}

package entente.analysis.ensemble;

/** Variants are evaluated in blocks of whole words of 64 bits, one bit per variant. Arrays are padded to blocks. */
final class Blocks {

    /** Words per block; enough for the loops over words to outweigh the interpretation of the program. */
    static final int WORDS = 8;

    static final int VARIANTS = WORDS * Long.SIZE;

    private Blocks() {}

    /** The least multiple of the block size that holds these variants. */
    static int padded(int variants) {
        return Math.multiplyExact(Math.addExact(variants, VARIANTS - 1) / VARIANTS, VARIANTS);
    }
}

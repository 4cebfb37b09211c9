package entente.analysis.ensemble;

/**
 * The generator of {@link java.util.SplittableRandom} (Steele, Lea and Flood 2014) by index: number n of a stream is
 * computed without those before it.
 */
final class SplitMix64 {

    static final long GAMMA = 0x9e3779b97f4a7c15L;

    private SplitMix64() {}

    /** The key of one of many streams. */
    static long key(long seed, int stream) {
        return mix(mix(seed) + GAMMA * (stream + 1L));
    }

    /** Number n of a stream: 64 random bits. */
    static long at(long key, long n) {
        return mix(key + GAMMA * (n + 1));
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}

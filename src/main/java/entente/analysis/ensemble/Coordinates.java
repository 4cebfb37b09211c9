package entente.analysis.ensemble;

/**
 * Points of the unit cube by number and dimension, so that any part of a design can be computed alone. A coordinate is
 * a multiple of 2 to the power of −63, given as a whole number from 0 to 2^63 − 1. Implementations are immutable.
 */
interface Coordinates {

    int BITS = 63;

    /** Writes one dimension of consecutive points. */
    void write(int dimension, long first, int count, long[] target);
}

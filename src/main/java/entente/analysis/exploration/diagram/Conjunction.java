package entente.analysis.exploration.diagram;

import entente.model.Grade;
import java.util.Arrays;

/**
 * Conditions on several readings that must all hold: for each indicator the grades that are accepted, as six bits. All
 * six are set where there is no condition.
 *
 * @param words ten indicators each
 */
record Conjunction(long[] words) {

    static final int EVERY_GRADE = (1 << Grade.values().length) - 1;

    private static final int BITS = Grade.values().length;
    private static final int PER_WORD = Long.SIZE / BITS;
    private static final long NONE = (1L << (BITS * PER_WORD)) - 1;

    /** No condition on any of so many indicators. */
    static Conjunction none(int indicators) {
        long[] words = new long[(indicators + PER_WORD - 1) / PER_WORD];
        Arrays.fill(words, NONE);
        return new Conjunction(words);
    }

    int accepted(int indicator) {
        return (int) (words[indicator / PER_WORD] >>> shift(indicator)) & EVERY_GRADE;
    }

    /** The same with other accepted grades for one indicator. */
    Conjunction with(int indicator, int grades) {
        long[] changed = words.clone();
        int word = indicator / PER_WORD;
        changed[word] =
                (changed[word] & ~((long) EVERY_GRADE << shift(indicator))) | ((long) grades << shift(indicator));
        return new Conjunction(changed);
    }

    boolean asks(int indicator) {
        return accepted(indicator) != EVERY_GRADE;
    }

    /** Whether it holds for all readings. */
    boolean always() {
        for (long word : words) {
            if (word != NONE) {
                return false;
            }
        }
        return true;
    }

    /** Whether all readings that satisfy this satisfy the other. */
    boolean implies(Conjunction other) {
        for (int w = 0; w < words.length; w++) {
            if ((words[w] & ~other.words[w]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether no readings satisfy both. */
    boolean excludes(Conjunction other) {
        for (int indicator = 0; indicator < indicators(); indicator++) {
            if ((accepted(indicator) & other.accepted(indicator)) == 0) {
                return true;
            }
        }
        return false;
    }

    /** What is left of it once this is known to hold: without the conditions that this implies. */
    Conjunction leftOf(Conjunction other) {
        Conjunction left = other;
        for (int indicator = 0; indicator < indicators(); indicator++) {
            if (left.asks(indicator) && (accepted(indicator) & ~left.accepted(indicator)) == 0) {
                left = left.with(indicator, EVERY_GRADE);
            }
        }
        return left;
    }

    /** At least the number that the conditions are about; further ones have no condition. */
    private int indicators() {
        return words.length * PER_WORD;
    }

    private static int shift(int indicator) {
        return indicator % PER_WORD * BITS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Conjunction conjunction && Arrays.equals(words, conjunction.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}

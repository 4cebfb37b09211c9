package entente.scoring;

import entente.model.Grade;
import java.util.Arrays;

/**
 * Conditions on several readings that must all hold.
 *
 * @param accepted by indicator, the accepted grades as bits; all are set where there is no condition
 */
public record Conjunction(byte[] accepted) {

    public static final int EVERY_GRADE = (1 << Grade.values().length) - 1;

    /** No condition on any of so many indicators. */
    public static Conjunction none(int indicators) {
        byte[] accepted = new byte[indicators];
        Arrays.fill(accepted, (byte) EVERY_GRADE);
        return new Conjunction(accepted);
    }

    public boolean accepts(int indicator, int grade) {
        return (accepted[indicator] >> grade & 1) != 0;
    }

    /** The same with other accepted grades for one indicator. */
    public Conjunction with(int indicator, int grades) {
        byte[] changed = accepted.clone();
        changed[indicator] = (byte) grades;
        return new Conjunction(changed);
    }

    public boolean asks(int indicator) {
        return accepted[indicator] != EVERY_GRADE;
    }

    /** Whether it holds for all readings. */
    public boolean always() {
        for (byte grades : accepted) {
            if (grades != EVERY_GRADE) {
                return false;
            }
        }
        return true;
    }

    /** Whether no reading of some indicator is accepted. */
    public boolean never() {
        for (byte grades : accepted) {
            if (grades == 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether all readings that satisfy this satisfy the other. */
    public boolean implies(Conjunction other) {
        for (int i = 0; i < accepted.length; i++) {
            if ((accepted[i] & ~other.accepted[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether no readings satisfy both. */
    public boolean excludes(Conjunction other) {
        for (int i = 0; i < accepted.length; i++) {
            if ((accepted[i] & other.accepted[i]) == 0) {
                return true;
            }
        }
        return false;
    }

    public Conjunction and(Conjunction other) {
        byte[] both = accepted.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] &= other.accepted[i];
        }
        return new Conjunction(both);
    }

    /** What is left of another once this is known to hold: without the conditions that this implies. */
    public Conjunction leftOf(Conjunction other) {
        byte[] left = other.accepted.clone();
        for (int i = 0; i < left.length; i++) {
            if ((accepted[i] & ~left[i]) == 0) {
                left[i] = (byte) EVERY_GRADE;
            }
        }
        return new Conjunction(left);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Conjunction conjunction && Arrays.equals(accepted, conjunction.accepted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(accepted);
    }
}

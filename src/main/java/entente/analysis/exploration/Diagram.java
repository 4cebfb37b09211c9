package entente.analysis.exploration;

import entente.model.Grade;
import entente.model.rule.CeilingKind;
import java.util.List;
import java.util.Optional;

/**
 * A rule book as a diagram: from the first layer to the last each reading is learned in turn, and equal futures are one
 * state. It depends on rules and points only, not on probabilities, base rate or ceilings.
 *
 * @param alliance alliance points that hold for all readings, in hundredths
 * @param partnership partnership points that hold for all readings, in hundredths
 * @param flags of each state after the last layer, see {@link Effect}
 */
record Diagram(List<Layer> layers, int alliance, int partnership, int[] flags) {

    /** The number of grades, UNKNOWN included. */
    static final int GRADES = Grade.values().length;

    /** Of all layers; what a pass takes grows with them. */
    int targets() {
        return layers.stream()
                .mapToInt(layer -> layer.states() * layer.classes())
                .sum();
    }

    List<Integer> order() {
        return layers.stream().map(Layer::indicator).toList();
    }

    /**
     * The step of a diagram that learns the grade of one reading.
     *
     * @param indicator its catalogue index
     * @param classOf by grade, the class of grades that no rule tells apart; -1 for grades that do not occur
     * @param target by state and class, the state that follows
     * @param alliance by state and class, the alliance points that are decided, in hundredths
     * @param partnership by state and class, the partnership points that are decided, in hundredths
     */
    record Layer(int indicator, int[] classOf, int[][] target, int[][] alliance, int[][] partnership) {

        int states() {
            return target.length;
        }

        int classes() {
            return target[0].length;
        }

        /** The probability of each class, by that of each grade of each indicator. */
        double[] classes(double[][] byGrade) {
            double[] byClass = new double[classes()];
            for (int grade = 0; grade < GRADES; grade++) {
                if (classOf[grade] >= 0) {
                    byClass[classOf[grade]] += byGrade[indicator][grade];
                }
            }
            return byClass;
        }
    }

    /**
     * What a rule does where it holds and is not overridden; the ceilings are in the order of {@link CeilingKind}. The
     * effects so far, besides points, are flags of a state, one bit each. Of the ceilings that a rule lifts only the highest
     * is kept, and an open switch below it.
     */
    enum Effect {
        NO_SWITCH,
        SWITCH,
        DECISION,
        WORKING_PACT,
        INCIDENT,
        /** Puts a defence pact in force. */
        PACT,
        POINTS;

        private static final int LIFTED = INCIDENT.bit() - 1;

        static Effect of(CeilingKind kind) {
            return values()[kind.ordinal()];
        }

        private int bit() {
            return 1 << ordinal();
        }

        boolean isIn(int flags) {
            return (flags & bit()) != 0;
        }

        /** Whether it would change nothing. */
        boolean isCoveredBy(int flags) {
            boolean onlyLifts = this == NO_SWITCH || this == DECISION || this == WORKING_PACT;
            return onlyLifts ? (flags & LIFTED) >= bit() : isIn(flags);
        }

        int addedTo(int flags) {
            if (this == POINTS || isCoveredBy(flags)) {
                return flags;
            }
            int lower = bit() < INCIDENT.bit() ? bit() - 1 : 0;
            return (flags & ~(lower & ~SWITCH.bit())) | bit();
        }

        /** The highest ceiling but that of an incident; empty if no ceiling holds. */
        static Optional<CeilingKind> highest(int flags) {
            int lifted = flags & LIFTED;
            return lifted == 0
                    ? Optional.empty()
                    : Optional.of(CeilingKind.values()[Integer.SIZE - 1 - Integer.numberOfLeadingZeros(lifted)]);
        }
    }
}

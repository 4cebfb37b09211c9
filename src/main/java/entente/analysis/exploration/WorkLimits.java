package entente.analysis.exploration;

import entente.rulebook.InterruptionCheck;
import lombok.RequiredArgsConstructor;

/**
 * Bounds of exact counting; beyond them the part is estimated or left out. A step adds one product to one sum, a nanosecond
 * or two; together the bounds are a few seconds.
 *
 * @param compilation steps of the compilation of a diagram: what is left of one rule after one grade, some 100 times as long
 * @param distribution steps of the probabilities of verdicts, also under each grade of each reading
 * @param relationships steps of the probabilities of relationships
 * @param interactions steps of pairs of readings and of all total indices
 * @param discovery steps of the search for the conditions of a verdict
 * @param cells sums that are in memory at a time, eight bytes each, and as many again
 */
record WorkLimits(
        long compilation, long distribution, long relationships, long interactions, long discovery, long cells) {

    static final WorkLimits STANDARD =
            new WorkLimits(20_000_000, 300_000_000, 200_000_000, 700_000_000, 500_000_000, 4_000_000);

    /** @throws Exceeded if there are more */
    void checkCells(double needed) {
        if (needed > cells) {
            throw new Exceeded("more than " + cells + " sums");
        }
    }

    /**
     * Bounds a computation by its steps, not by a clock: the same input is counted, or is not, on every machine. Work is
     * charged before it is done.
     */
    @RequiredArgsConstructor
    static final class Budget {

        private final long most;
        private long charged;

        /**
         * @throws Exceeded if there are too many steps in all
         * @throws java.util.concurrent.CancellationException if the thread is interrupted
         */
        void charge(long steps) {
            InterruptionCheck.check();
            if (steps > most - charged) {
                throw new Exceeded("more than " + most + " steps");
            }
            charged += steps;
        }
    }

    /** Counting needs more work or memory than its bound: rules that ask many readings each, or points of many digits. */
    static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1;

        Exceeded(String exceeded) {
            super(exceeded, null, false, false);
        }
    }
}

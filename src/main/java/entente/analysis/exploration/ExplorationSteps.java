package entente.analysis.exploration;

import java.util.function.DoubleConsumer;

/** Counts the steps of an exploration, each of about the same time, and tells which share of them is done. */
final class ExplorationSteps {

    private final DoubleConsumer listener;
    private final int total;
    private int done;

    /** @param listener receives a share from 0 to 1 */
    ExplorationSteps(DoubleConsumer listener, int total) {
        this.listener = listener;
        this.total = total;
    }

    /** So many other steps instead of those that are left. */
    ExplorationSteps instead(int steps) {
        double share = (double) done / total;
        return new ExplorationSteps(other -> listener.accept(share + (1 - share) * other), steps);
    }

    void next() {
        next(1);
    }

    void next(int steps) {
        done += steps;
        listener.accept((double) done / total);
    }
}

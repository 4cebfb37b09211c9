package entente.analysis.exploration.diagram;

import entente.rulebook.InterruptionCheck;

/**
 * Bounds a computation by its steps, not by a clock: the same input is counted, or is not, on every machine. Work is
 * charged before it is done.
 */
public final class WorkBudget {

    private final long most;
    private long charged;

    public WorkBudget(long most) {
        this.most = most;
    }

    /**
     * @throws WorkLimitException if there are too many steps in all
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public void charge(long steps) {
        InterruptionCheck.check();
        if (!isWithin(steps)) {
            throw new WorkLimitException("more than " + most + " steps");
        }
        charged += steps;
    }

    /** Whether so many further steps are within the bound. */
    public boolean isWithin(long steps) {
        return steps <= most - charged;
    }
}

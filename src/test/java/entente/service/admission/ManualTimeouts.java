package entente.service.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time passes when a test says so, and not otherwise. */
final class ManualTimeouts implements Timeouts {

    private final List<Set> timeouts = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Set(Duration at, Runnable action) {}

    @Override
    public synchronized Runnable schedule(Duration delay, Runnable action) {
        Set set = new Set(now.plus(delay), action);
        timeouts.add(set);
        return () -> cancel(set);
    }

    private synchronized void cancel(Set set) {
        timeouts.remove(set);
    }

    /** Lets time pass, and rings what is due on this thread. */
    void pass(Duration time) {
        due(time).forEach(set -> set.action().run());
    }

    private synchronized List<Set> due(Duration time) {
        now = now.plus(time);
        List<Set> due =
                timeouts.stream().filter(set -> set.at().compareTo(now) <= 0).toList();
        timeouts.removeAll(due);
        return due;
    }

    /** How many timeouts are set and have neither rung nor been put off. */
    synchronized int set() {
        return timeouts.size();
    }
}

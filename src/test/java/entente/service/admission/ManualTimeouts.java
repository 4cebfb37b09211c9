package entente.service.admission;

import entente.service.admission.EvaluationExecutor.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Timeouts on a clock that tests advance. */
final class ManualTimeouts implements Timeouts {

    private final List<Entry> timeouts = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Entry(Duration at, Runnable action) {}

    @Override
    public synchronized Runnable schedule(Duration delay, Runnable action) {
        Entry entry = new Entry(now.plus(delay), action);
        timeouts.add(entry);
        return () -> cancel(entry);
    }

    private synchronized void cancel(Entry entry) {
        timeouts.remove(entry);
    }

    /** Advances the clock and runs the timeouts that are due on this thread. */
    void advance(Duration time) {
        due(time).forEach(entry -> entry.action().run());
    }

    private synchronized List<Entry> due(Duration time) {
        now = now.plus(time);
        List<Entry> due = timeouts.stream()
                .filter(entry -> entry.at().compareTo(now) <= 0)
                .toList();
        timeouts.removeAll(due);
        return due;
    }

    /** How many timeouts have neither run nor been cancelled. */
    synchronized int pending() {
        return timeouts.size();
    }
}

package entente.service.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time passes when a test says so, and not otherwise. */
final class ManualTimeouts implements Timeouts {

    private final List<Set> alarms = new ArrayList<>();
    private Duration now = Duration.ZERO;

    private record Set(Duration at, Runnable ring) {}

    @Override
    public synchronized Alarm schedule(Duration delay, Runnable ring) {
        Set set = new Set(now.plus(delay), ring);
        alarms.add(set);
        return () -> cancel(set);
    }

    private synchronized void cancel(Set set) {
        alarms.remove(set);
    }

    /** Lets time pass, and rings what is due on this thread. */
    void pass(Duration time) {
        due(time).forEach(set -> set.ring().run());
    }

    private synchronized List<Set> due(Duration time) {
        now = now.plus(time);
        List<Set> due =
                alarms.stream().filter(set -> set.at().compareTo(now) <= 0).toList();
        alarms.removeAll(due);
        return due;
    }

    /** How many alarms are set and have neither rung nor been put off. */
    synchronized int set() {
        return alarms.size();
    }

    @Override
    public void close() {}
}

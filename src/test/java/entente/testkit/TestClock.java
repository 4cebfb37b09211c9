package entente.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that tests advance. */
public final class TestClock implements InstantSource {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    public void forward(Duration time) {
        now.updateAndGet(then -> then.plus(time));
    }

    /** Jumps to a moment, forward or back. */
    public void set(Instant moment) {
        now.set(moment);
    }
}

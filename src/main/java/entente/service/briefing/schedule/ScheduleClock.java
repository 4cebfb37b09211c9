package entente.service.briefing.schedule;

import java.time.Instant;
import java.time.InstantSource;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Claims the due times of all schedules. Only the latest due time counts: after downtime there is one run. Whether it was
 * claimed is decided by its own row and not by a last time, so that a clock that jumps neither repeats nor skips one.
 */
@Component
@RequiredArgsConstructor
public final class ScheduleClock implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleClock.class);

    private final ScheduleTable schedules;
    private final ScheduleRuns runs;
    private final InstantSource clock;

    @Override
    public void run() {
        schedules.list().forEach(this::claim);
    }

    private void claim(Schedule schedule) {
        Instant now = clock.instant();
        try {
            schedule.definition()
                    .times()
                    .latest(schedule.since(), now)
                    .ifPresent(due -> runs.claim(schedule.id(), due));
        } catch (RuntimeException later) {
            // Such as too many open runs of a schedule that is due every minute; the others go on.
            LOG.warn("The schedule {} was not started: {}", schedule.id(), later.getMessage());
        }
    }
}

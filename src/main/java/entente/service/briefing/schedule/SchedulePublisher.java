package entente.service.briefing.schedule;

import entente.service.briefing.schedule.ScheduleRun.Outcome;
import java.time.Instant;

/** Publishes what a schedule names. */
public interface SchedulePublisher {

    /**
     * Publishes the editions of a due time. Called again for the same due time if an instance dies meanwhile.
     *
     * @throws RuntimeException if it fails
     */
    Outcome publish(Schedule schedule, Instant dueAt);
}

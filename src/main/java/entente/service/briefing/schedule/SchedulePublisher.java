package entente.service.briefing.schedule;

import entente.service.briefing.schedule.ScheduleRun.Outcome;
import java.time.Instant;

/** Publishes what a schedule names. */
public interface SchedulePublisher {

    /**
     * Publishes the editions of a due time. Called again with the same times if an instance dies meanwhile.
     *
     * @param started when the run was first begun; the time of issue of its editions
     * @throws RuntimeException if it fails
     */
    Outcome publish(Schedule schedule, Instant dueAt, Instant started);
}

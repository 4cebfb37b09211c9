package entente.service.briefing.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The work for one due time of a schedule.
 *
 * @param detail why nothing was published, or what failed; empty otherwise
 * @param editions ids of what was published
 */
public record ScheduleRun(UUID schedule, Instant dueAt, RunState state, String detail, List<String> editions) {

    /** The state of a run. */
    public enum RunState {
        /** Queued or running. */
        OPEN,
        PUBLISHED,
        /** Nothing had changed, or no band was crossed. */
        UNCHANGED,
        FAILED
    }

    /**
     * The end of a run.
     *
     * @param temporary whether a run that failed may succeed later
     */
    public record Outcome(RunState state, String detail, List<String> editions, boolean temporary) {

        public Outcome(RunState state, String detail, List<String> editions) {
            this(state, detail, editions, false);
        }

        /** @param detail names what failed; no secrets */
        public static Outcome failed(String detail) {
            return new Outcome(RunState.FAILED, detail, List.of());
        }
    }
}

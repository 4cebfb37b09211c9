package entente.service.briefing.schedule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import entente.model.Described;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The work for one due time of a schedule. */
public record ScheduleRun(
        @JsonIgnore UUID schedule,
        Instant dueAt,
        RunState state,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Described("Why nothing was published, or what failed.")
        String detail,

        @Described("Ids of the editions that were published.")
        List<String> editions) {

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

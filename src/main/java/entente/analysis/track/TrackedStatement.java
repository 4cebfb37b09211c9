package entente.analysis.track;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.analysis.track.TrackRecord.Question;
import entente.model.Described;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The statement of an edition, and what became of it by a day. */
@JsonPropertyOrder({"id", "issued", "statement", "state", "resolution"})
public record TrackedStatement(
        @JsonIgnore Edition edition,
        Optional<Resolution> resolution,

        @Described("HINDSIGHT if it was issued when its horizon was over or its event had happened: not scored.")
        State state) {

    @JsonUnwrapped
    public EditionId id() {
        return edition.id();
    }

    @Described
    public Instant issued() {
        return edition.issued();
    }

    @Described
    public Statement statement() {
        return edition.statement();
    }

    /** A statement is in one state. */
    public enum State {
        /** What became of it is known, and it was issued before. */
        RESOLVED,
        /** Its horizon is not over. */
        OPEN,
        /** Its horizon is over, and nobody has resolved it. */
        OVERDUE,
        /** It was issued when its horizon was over or its event had happened, so it was no forecast. */
        HINDSIGHT
    }

    /** @param today a horizon that ended before it is over */
    public static TrackedStatement of(Edition edition, Optional<Resolution> resolution, LocalDate today) {
        LocalDate lastDay = edition.statement().lastDay();
        LocalDate settled = resolution
                .filter(Resolution::occurred)
                .map(Resolution::on)
                .filter(day -> day.isBefore(lastDay))
                .orElse(lastDay);
        State state;
        if (!LocalDate.ofInstant(edition.issued(), ZoneOffset.UTC).isBefore(settled)) {
            state = State.HINDSIGHT;
        } else if (resolution.isPresent()) {
            state = State.RESOLVED;
        } else {
            state = today.isAfter(lastDay) ? State.OVERDUE : State.OPEN;
        }
        return new TrackedStatement(edition, resolution, state);
    }

    public Question question() {
        return new Question(edition.statement().event(), edition.statement().lastDay());
    }

    /** Whether the event occurred; of a resolved statement only. */
    boolean occurred() {
        return resolution.orElseThrow().occurred();
    }

    /** What became of a statement. */
    public record Resolution(
            @Described("Whether the event occurred within the horizon.")
            boolean occurred,

            @Described("Day of the event, or the day by which it is known that there was none.")
            LocalDate on,

            @Described("Where this can be checked.") String source) {}
}

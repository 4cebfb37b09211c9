package entente.service.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import entente.model.Described;
import entente.service.archive.Database;
import entente.service.archive.SqlValues;
import entente.service.briefing.DeliveryChannels.DeliveryException;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deliveries in the archive, which any instance can make. An edition goes to a target at least once: if an instance dies
 * between sending and recording, another one sends it again with the same id.
 */
@Component
@RequiredArgsConstructor
public final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /** How long an instance may take for one attempt before another one tries; longer than every timeout of an attempt. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    /** Attempts after which a delivery fails. */
    public static final int MAX_ATTEMPTS = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final String AVAILABLE = "state = 'DUE' and next_attempt <= ?";
    private static final int MAX_ERROR = 300;

    private final Database database;
    private final InstantSource clock;

    /** An edition for one target. */
    public record Delivery(
            @Described("Sent along, so that a receiver recognises a repetition.")
            UUID id,

            @Described("Its id.") String edition,
            String target,
            UUID schedule,
            DeliveryState state,
            @Described("When it was ordered.") Instant at,
            int attempts,
            @Described("Of a delivery that is due.") Optional<Instant> nextAttempt,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Described("Why the last attempt failed, without secrets.")
            String lastError,

            @Described("When the other side acknowledged it.")
            Optional<Instant> delivered) {}

    public enum DeliveryState {
        DUE,
        /** Acknowledged by the other side. */
        DELIVERED,
        /** Refused, or tried as often as is allowed; can be retried by hand. */
        FAILED
    }

    public record Claimed(Delivery delivery, UUID holder) {}

    public interface DeliverySource {

        /** The edition with this id; empty if it is no longer there. */
        Optional<DeliveryContent> find(String edition) throws IOException;
    }

    /** Orders a delivery, unless it was ordered before. */
    public void order(String edition, String target, UUID schedule) {
        if (!database.exists("select 1 from delivery where edition = ? and target = ?", edition, target)) {
            database.write(() -> database.update(
                    "insert into delivery (id, edition, target, schedule, state, at, attempts, next_attempt, last_error) "
                            + "values (?, ?, ?, ?, 'DUE', ?, 0, ?, '')",
                    UUID.randomUUID(),
                    edition,
                    target,
                    schedule,
                    now(),
                    now()));
        }
    }

    /** Makes the deliveries that are due, one after another, until none is. */
    public void deliverDue(DeliverySource editions, DeliveryChannels channels) {
        for (Optional<Claimed> next = take(); next.isPresent(); next = take()) {
            deliver(next.get(), editions, channels);
        }
    }

    private void deliver(Claimed claimed, DeliverySource editions, DeliveryChannels channels) {
        Delivery delivery = claimed.delivery();
        try {
            DeliveryContent content = editions.find(delivery.edition())
                    .orElseThrow(() -> DeliveryException.refused("The edition is no longer in the archive."));
            channels.send(DeliveryTarget.of(delivery.target()), delivery.id(), content);
        } catch (DeliveryException failed) {
            fail(claimed, String.valueOf(failed.getMessage()), failed.isFinal());
            return;
        } catch (IOException unreadable) {
            fail(claimed, "The edition cannot be read.", false);
            return;
        } catch (RuntimeException bug) {
            LOG.error("The delivery {} failed.", delivery.id(), bug);
            fail(claimed, "An internal error occurred. The log of the service contains the cause.", false);
            return;
        }
        delivered(claimed);
    }

    /**
     * Takes the delivery that has been due longest; of several instances, one gets it. One whose last attempt ended with its
     * instance fails.
     */
    public Optional<Claimed> take() {
        UUID holder = UUID.randomUUID();
        Optional<Claimed> taken = database.find(
                        Deliveries::delivery,
                        "select * from delivery where " + AVAILABLE + " order by next_attempt, id limit 1",
                        now())
                .filter(due -> database.write(() -> database.update(
                                "update delivery set holder = ?, attempts = attempts + 1, next_attempt = ? "
                                        + "where id = ? and " + AVAILABLE,
                                holder,
                                SqlValues.moment(clock.instant().plus(LEASE)),
                                due.id(),
                                now()))
                        == 1)
                .flatMap(due -> find(due.id()))
                .map(due -> new Claimed(due, holder));
        if (taken.isEmpty() || taken.get().delivery().attempts() <= MAX_ATTEMPTS) {
            return taken;
        }
        fail(taken.get(), "The service ended during the last of " + MAX_ATTEMPTS + " attempts.", true);
        return take();
    }

    /** Records that the other side has acknowledged it. */
    public boolean delivered(Claimed claimed) {
        return end(claimed, "state = 'DELIVERED', last_error = '', delivered = ?", now());
    }

    /**
     * Records a failed attempt. The pause until the next one doubles with each.
     *
     * @param error without secrets
     * @param isFinal whether no further attempt can succeed
     */
    public void fail(Claimed claimed, String error, boolean isFinal) {
        // Targets may hold a token in their path or query.
        LOG.warn("The delivery {} was not made: {}", claimed.delivery().id(), error);
        int attempts = claimed.delivery().attempts();
        String text = SqlValues.text(error);
        end(
                claimed,
                "state = ?, attempts = least(attempts, ?), last_error = ?, next_attempt = ?",
                (isFinal || attempts >= MAX_ATTEMPTS ? DeliveryState.FAILED : DeliveryState.DUE).name(),
                MAX_ATTEMPTS,
                text.substring(0, Math.min(text.length(), MAX_ERROR)),
                SqlValues.moment(clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << (attempts - 1)))));
    }

    /** False if another instance has taken over. */
    private boolean end(Claimed claimed, String change, Object... values) {
        Object[] all = Stream.concat(
                        Stream.of(values), Stream.of(claimed.delivery().id(), claimed.holder()))
                .toArray();
        String update = "update delivery set holder = null, " + change + " where id = ? and holder = ?";
        return database.write(() -> database.update(update, all)) == 1;
    }

    /** Makes a failed delivery due again, with all its attempts; false if it has not failed. */
    public boolean retry(UUID id) {
        return database.write(() -> database.update(
                        "update delivery set state = 'DUE', attempts = 0, next_attempt = ? where id = ? and state = 'FAILED'",
                        now(),
                        id))
                == 1;
    }

    public Optional<Delivery> find(UUID id) {
        return database.find(Deliveries::delivery, "select * from delivery where id = ?", id);
    }

    public List<Delivery> latest(int limit) {
        return database.list(Deliveries::delivery, "select * from delivery order by at desc, id limit ?", limit);
    }

    /** Deletes deliveries that were ordered longer ago than this and are not due; returns how many. */
    public int sweep(Duration retention) {
        return database.delete(() -> database.update(
                "delete from delivery where state <> 'DUE' and at < ?",
                SqlValues.moment(clock.instant().minus(retention))));
    }

    private OffsetDateTime now() {
        return SqlValues.moment(clock.instant());
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("edition"),
                row.getString("target"),
                row.getObject("schedule", UUID.class),
                state,
                SqlValues.moment(row, "at"),
                row.getInt("attempts"),
                Optional.of(SqlValues.moment(row, "next_attempt")).filter(at -> state == DeliveryState.DUE),
                row.getString("last_error"),
                SqlValues.optionalMoment(row, "delivered"));
    }
}

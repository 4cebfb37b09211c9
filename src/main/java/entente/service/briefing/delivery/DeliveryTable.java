package entente.service.briefing.delivery;

import entente.service.archive.Database;
import entente.service.archive.SqlValues;
import entente.service.briefing.delivery.Delivery.DeliveryState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Deliveries in the archive, which any instance can make. An edition goes to a target at least once: if an instance dies
 * between sending and recording, another one sends it again with the same id.
 */
@Component
@RequiredArgsConstructor
public final class DeliveryTable {

    /** How long an instance may take for one attempt before another one tries; longer than every timeout of an attempt. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    /** Attempts after which a delivery fails. */
    public static final int MAX_ATTEMPTS = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final String AVAILABLE = "state = 'DUE' and next_attempt <= ?";
    private static final int MAX_ERROR = 300;

    private final Database database;
    private final InstantSource clock;

    /** A delivery that this instance makes. */
    public record Claimed(Delivery delivery, UUID holder) {}

    /** Orders a delivery, unless it was ordered before. */
    public void order(String edition, String target, UUID schedule) {
        database.write(() -> {
            add(edition, target, schedule);
            return true;
        });
    }

    private void add(String edition, String target, UUID schedule) {
        if (!database.exists("select 1 from delivery where edition = ? and target = ?", edition, target)) {
            database.update(
                    "insert into delivery (id, edition, target, schedule, state, at, attempts, next_attempt, last_error) "
                            + "values (?, ?, ?, ?, 'DUE', ?, 0, ?, '')",
                    UUID.randomUUID(),
                    edition,
                    target,
                    schedule,
                    now(),
                    now());
        }
    }

    /** Takes the delivery that has been due longest; of several instances, one gets it. */
    public Optional<Claimed> take() {
        failExhausted();
        UUID holder = UUID.randomUUID();
        return database.find(
                        DeliveryTable::delivery,
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
    }

    /** Ends deliveries whose last attempt ended with its instance. Read first: most polls find none. */
    private void failExhausted() {
        String exhausted = AVAILABLE + " and attempts >= ?";
        if (database.exists("select 1 from delivery where " + exhausted + " limit 1", now(), MAX_ATTEMPTS)) {
            database.write(() -> database.update(
                    "update delivery set state = 'FAILED', holder = null, last_error = ? where " + exhausted,
                    "The service ended during the last of " + MAX_ATTEMPTS + " attempts.",
                    now(),
                    MAX_ATTEMPTS));
        }
    }

    /** Records that the other side has acknowledged it. */
    public boolean delivered(Claimed claimed) {
        return end(claimed, DeliveryState.DELIVERED, "", now(), now());
    }

    /**
     * Records a failed attempt. The pause until the next one doubles with each.
     *
     * @param error without secrets
     * @param isFinal whether no further attempt can succeed
     */
    public boolean failed(Claimed claimed, String error, boolean isFinal) {
        int attempts = claimed.delivery().attempts();
        boolean ends = isFinal || attempts >= MAX_ATTEMPTS;
        OffsetDateTime next = SqlValues.moment(clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << (attempts - 1))));
        return end(claimed, ends ? DeliveryState.FAILED : DeliveryState.DUE, error, next, null);
    }

    private boolean end(
            Claimed claimed,
            DeliveryState state,
            String error,
            OffsetDateTime next,
            @Nullable OffsetDateTime delivered) {
        String text = SqlValues.text(error);
        return database.write(() -> database.update(
                        "update delivery set state = ?, holder = null, last_error = ?, next_attempt = ?, delivered = ? "
                                + "where id = ? and holder = ?",
                        state.name(),
                        text.substring(0, Math.min(text.length(), MAX_ERROR)),
                        next,
                        delivered,
                        claimed.delivery().id(),
                        claimed.holder()))
                == 1;
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
        return database.find(DeliveryTable::delivery, "select * from delivery where id = ?", id);
    }

    /** The latest, latest first. */
    public List<Delivery> latest(int limit) {
        return database.list(DeliveryTable::delivery, "select * from delivery order by at desc, id limit ?", limit);
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

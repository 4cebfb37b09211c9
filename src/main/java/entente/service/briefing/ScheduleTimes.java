package entente.service.briefing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * The due times of a cron expression in a time zone. Each local time that the expression names is due once: the first time
 * if the clocks are set back over it, and at the end of the gap if they are set forward over it.
 *
 * <p>Spring's {@link CronExpression} computes local times. Given zoned times, it would skip those in a gap and repeat those
 * in an overlap. Quartz would add eleven tables for what one unique row for each due time gives.
 */
public record ScheduleTimes(CronExpression expression, ZoneId zone) {

    /** Far enough for 29 February around a year without one, such as 2100. */
    private static final Duration HORIZON = Duration.ofDays(366L * 9);

    private static final int FIELDS = 5;
    private static final int MAX_LENGTH = 100;

    /**
     * Reads an expression.
     *
     * @param cron minute, hour, day of month, month, day of week
     * @param zone id of a region such as {@code Pacific/Auckland}, or {@code UTC}
     * @throws IllegalArgumentException if either is invalid; the message is a sentence
     */
    public static ScheduleTimes of(String cron, String zone) {
        return new ScheduleTimes(expression(cron), zone(zone));
    }

    /** @throws IllegalArgumentException if it is invalid or names no time */
    public static CronExpression expression(String cron) {
        // The framework would take other digits as well.
        boolean plain = cron.length() <= MAX_LENGTH && cron.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (!plain || cron.strip().split(" +").length != FIELDS) {
            throw new IllegalArgumentException(
                    "A cron expression has five fields: minute, hour, day of month, month, day of week.");
        }
        CronExpression read;
        try {
            read = CronExpression.parse("0 " + cron.strip());
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(
                    "The cron expression is invalid, such as a field out of its range.", invalid);
        }
        // Any start will do: the days of months repeat.
        if (read.next(LocalDateTime.of(2000, 1, 1, 0, 0)) == null) {
            throw new IllegalArgumentException("The cron expression names no time that exists.");
        }
        return read;
    }

    /** @throws IllegalArgumentException if there is none with this id */
    public static ZoneId zone(String id) {
        try {
            if (id.equals("UTC") || (ZoneId.getAvailableZoneIds().contains(id) && id.contains("/"))) {
                return ZoneId.of(id);
            }
        } catch (DateTimeException unknown) {
            // Answered below.
        }
        throw new IllegalArgumentException("A time zone is the id of a region, such as Pacific/Auckland, or UTC.");
    }

    /** The first due time after a moment; empty if there is none within nine years. */
    public Optional<Instant> next(Instant after) {
        LocalDateTime local = LocalDateTime.ofInstant(after, zone);
        LocalDateTime end = local.plus(HORIZON);
        // More than one step only while an hour is repeated, whose times were due before.
        for (LocalDateTime time = expression.next(local);
                time != null && time.isBefore(end);
                time = expression.next(time)) {
            Instant due = instant(time);
            if (due.isAfter(after)) {
                return Optional.of(due);
            }
        }
        return Optional.empty();
    }

    /** The latest due time at or before a moment and after another; empty if there is none. */
    public Optional<Instant> latest(Instant since, Instant now) {
        Duration back = Duration.ofMinutes(1);
        while (true) {
            Instant start = now.minus(back).isAfter(since) ? now.minus(back) : since;
            Optional<Instant> due = next(start).filter(time -> !time.isAfter(now));
            if (due.isPresent()) {
                return Optional.of(last(due.get(), now));
            }
            if (!start.isAfter(since)) {
                return Optional.empty();
            }
            back = back.multipliedBy(2);
        }
    }

    private Instant last(Instant first, Instant now) {
        Instant latest = first;
        for (Optional<Instant> due = next(first); due.isPresent() && !due.get().isAfter(now); due = next(latest)) {
            latest = due.get();
        }
        return latest;
    }

    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                // The earlier of two offsets.
                : ZonedDateTime.ofLocal(local, zone, null).toInstant();
    }
}

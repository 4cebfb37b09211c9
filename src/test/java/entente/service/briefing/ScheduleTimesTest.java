package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Due times, above all where the clocks change. */
class ScheduleTimesTest {

    private static final String WARSAW = "Europe/Warsaw";

    /** The first due times after a moment, in the zone. */
    private static List<String> due(String cron, String zone, String after, int count) {
        ScheduleTimes times = ScheduleTimes.of(cron, zone);
        List<String> due = new ArrayList<>();
        Instant last = Instant.parse(after);
        for (int i = 0; i < count; i++) {
            last = times.next(last).orElseThrow();
            ZonedDateTime local = last.atZone(ZoneId.of(zone));
            due.add(local.toLocalDateTime() + local.getOffset().getId());
        }
        return due;
    }

    @Test
    void aTimeInTheGapIsDueAtItsEnd() {
        assertThat(due("30 2 * * *", WARSAW, "2026-03-27T12:00:00Z", 3))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
        // Cairo changes at midnight, Lord Howe Island by half an hour, and Samoa left out a whole day.
        assertThat(due("0 0 * * *", "Africa/Cairo", "2026-04-23T12:00:00Z", 2))
                .containsExactly("2026-04-24T01:00+03:00", "2026-04-25T00:00+03:00");
        assertThat(due("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T00:00:00Z", 2))
                .containsExactly("2026-10-04T02:30+11:00", "2026-10-05T02:15+11:00");
        assertThat(due("0 12 30 12 *", "Pacific/Apia", "2011-12-28T00:00:00Z", 2))
                .containsExactly("2011-12-31T00:00+14:00", "2012-12-30T12:00+14:00");
    }

    @Test
    void aTimeThatComesTwiceIsDueOnce() {
        assertThat(due("30 2 * * *", WARSAW, "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
        assertThat(due("45 1 * * *", "Australia/Lord_Howe", "2026-04-04T00:00:00Z", 2))
                .containsExactly("2026-04-05T01:45+11:00", "2026-04-06T01:45+10:30");
    }

    @Test
    void everyHourIsDueOncePerHourOfTheClock() {
        assertThat(due("0 * * * *", WARSAW, "2026-03-29T00:30:00Z", 2))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-29T04:00+02:00");
        assertThat(due("0 * * * *", WARSAW, "2026-10-24T23:30:00Z", 2))
                .containsExactly("2026-10-25T02:00+02:00", "2026-10-25T03:00+01:00");
    }

    /** In both years with a change on every day, a daily edition of any minute is due once a day, in order. */
    @Test
    void oneEditionEachDayOfTheYearAtEveryMinuteOfTheNight() {
        for (int minute = 0; minute < 240; minute += 13) {
            ScheduleTimes times = ScheduleTimes.of(minute % 60 + " " + minute / 60 + " * * *", WARSAW);
            Instant last = Instant.parse("2026-01-01T11:00:00Z");
            for (LocalDate day = LocalDate.of(2026, 1, 2); day.getYear() == 2026; day = day.plusDays(1)) {
                last = times.next(last).orElseThrow();
                assertThat(last.atZone(ZoneId.of(WARSAW)).toLocalDate()).isEqualTo(day);
            }
        }
    }

    @Test
    void leapDays() {
        assertThat(due("0 12 29 2 *", "UTC", "2026-03-01T00:00:00Z", 2))
                .containsExactly("2028-02-29T12:00Z", "2032-02-29T12:00Z");
        assertThat(due("0 12 29 2 *", "UTC", "2096-03-01T00:00:00Z", 1)).containsExactly("2104-02-29T12:00Z");
        assertThat(due("0 9 L * *", "UTC", "2028-02-10T00:00:00Z", 1)).containsExactly("2028-02-29T09:00Z");
    }

    @Test
    void theLatestIsTheLastOfThoseMissed() {
        ScheduleTimes daily = ScheduleTimes.of("30 2 * * *", WARSAW);
        Instant since = Instant.parse("2020-01-01T00:00:00Z");
        assertThat(daily.latest(since, Instant.parse("2026-03-29T12:00:00Z")))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(daily.latest(since, Instant.parse("2026-03-29T00:59:59.999Z")))
                .contains(Instant.parse("2026-03-28T01:30:00Z"));
        // In the second of two hours, and at the due time itself.
        assertThat(daily.latest(since, Instant.parse("2026-10-25T01:30:00Z")))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(daily.latest(since, Instant.parse("2026-10-25T00:30:00Z")))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
        Instant created = Instant.parse("2026-05-01T00:30:00Z");
        assertThat(daily.latest(created, created.plus(Duration.ofDays(1)).minusMillis(1)))
                .isEmpty();
        assertThat(daily.latest(created, created.minus(Duration.ofDays(9)))).isEmpty();
        assertThat(ScheduleTimes.of("0 0 29 2 *", "UTC").latest(since, Instant.parse("2027-12-01T00:00:00Z")))
                .contains(Instant.parse("2024-02-29T00:00:00Z"));
        assertThat(ScheduleTimes.of("* * * * *", "UTC").latest(since, Instant.parse("2038-01-19T03:14:08Z")))
                .contains(Instant.parse("2038-01-19T03:14:00Z"));
    }

    /** Whatever the zone and the moment, the latest due time is that after which the next is in the future. */
    @Test
    void latestAndNextAgree() {
        Instant since = Instant.parse("2026-01-01T00:00:00Z");
        for (String zone : List.of(WARSAW, "America/New_York", "Australia/Lord_Howe", "Africa/Cairo")) {
            for (String cron : List.of("*/15 * * * *", "30 2 * * *", "5,35 0-3 * * 0", "0 9 1 * MON-FRI")) {
                ScheduleTimes times = ScheduleTimes.of(cron, zone);
                for (Instant now = since;
                        now.isBefore(since.plus(Duration.ofDays(365)));
                        now = now.plus(Duration.ofMinutes(2_003))) {
                    Optional<Instant> latest = times.latest(since, now);
                    assertThat(latest.isEmpty() || !latest.get().isAfter(now)).isTrue();
                    assertThat(times.next(latest.orElse(since)).orElseThrow()).isAfter(now);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "0 0 * * * *",
                "@daily",
                "60 * * * *",
                "0 0 30 2 *",
                "a b c d e",
                "*/0 * * * *",
                "９ * * * *"
            })
    void invalidExpressionsAreRefused(String cron) {
        assertThatThrownBy(() -> ScheduleTimes.of(cron, "UTC")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CET1", "+02:00", "UTC+2", "GMT0", "Europe/Warszawa", "../UTC"})
    void invalidZonesAreRefused(String zone) {
        assertThatThrownBy(() -> ScheduleTimes.of("0 9 * * *", zone)).isInstanceOf(IllegalArgumentException.class);
    }
}

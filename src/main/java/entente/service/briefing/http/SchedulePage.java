package entente.service.briefing.http;

import entente.service.briefing.delivery.Delivery;
import entente.service.briefing.http.ScheduleDocuments.Listed;
import entente.service.briefing.schedule.ScheduleRun;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What the page of schedules shows.
 *
 * @param allowed whether the caller may see them
 */
public record SchedulePage(boolean allowed, List<Row> rows, List<Sent> sent) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

    /**
     * A schedule.
     *
     * @param nextDue in its time zone
     * @param runs the latest, each in one line
     */
    public record Row(String name, String scenario, String times, String nextDue, List<Line> runs) {}

    /** @param detail why nothing was published, or what failed; may be empty */
    public record Line(String time, String state, String detail) {}

    /** A delivery; the address of a webhook without its path, which can be a secret. */
    public record Sent(String edition, String target, String state, String detail) {}

    static SchedulePage of(List<Listed> schedules, List<Delivery> deliveries) {
        return new SchedulePage(
                true,
                schedules.stream().map(SchedulePage::row).toList(),
                deliveries.stream().map(SchedulePage::sent).toList());
    }

    private static Row row(Listed listed) {
        var definition = listed.schedule().definition();
        ZoneId zone = ZoneId.of(definition.timeZone());
        return new Row(
                definition.name(),
                definition.scenario(),
                definition.cron() + ", " + definition.timeZone(),
                listed.nextDue().map(due -> local(due, zone)).orElse("none within nine years"),
                listed.runs().stream().map(run -> line(run, zone)).toList());
    }

    private static Line line(ScheduleRun run, ZoneId zone) {
        String detail = run.detail().isEmpty() ? String.join(", ", run.editions()) : run.detail();
        return new Line(local(run.dueAt(), zone), word(run.state()), detail);
    }

    private static Sent sent(Delivery delivery) {
        String target = delivery.target().replaceAll("^(https?://[^/?]+)[/?].*$", "$1/…");
        String attempts = delivery.attempts() > 1 ? " after " + delivery.attempts() + " attempts" : "";
        return new Sent(delivery.edition(), target, word(delivery.state()) + attempts, delivery.lastError());
    }

    private static String local(Instant moment, ZoneId zone) {
        return LOCAL.format(moment.atZone(zone));
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}

package entente.service.briefing.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.briefing.BriefingMedium;
import entente.model.Band;
import entente.model.Described;
import entente.model.Described.Kind;
import entente.report.json.RecordType;
import entente.report.json.ResultDocument;
import entente.service.briefing.delivery.Delivery;
import entente.service.briefing.delivery.Delivery.DeliveryState;
import entente.service.briefing.schedule.Schedule;
import entente.service.briefing.schedule.Schedule.Definition;
import entente.service.briefing.schedule.ScheduleRun;
import entente.service.briefing.schedule.ScheduleRun.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The JSON of schedules and deliveries. */
public final class ScheduleDocuments {

    /** @param nextDue empty if there is none within nine years */
    record Listed(Schedule schedule, Optional<Instant> nextDue, List<ScheduleRun> runs) {}

    record ScheduleJson(
            UUID id,

            @Described(value = "Rises with every change.", kind = Kind.FROM_ONE)
            int revision,

            @Described("Who last changed it; local without accounts.")
            String author,

            String name,

            @Described("Id of a scenario, or a file or folder below that of the scenarios.")
            String scenario,

            @Described("Minute, hour, day of month, month, day of week.")
            String cron,

            String timeZone,
            List<String> formats,
            @Described("Addresses of mail and webhooks.") List<String> targets,

            @Described("Whether an edition is published only if something has changed since the one before.")
            boolean ifChanged,

            @Described("Whether an edition is published only if the likelihood has crossed the lower limit of this"
                    + " band.")
            Optional<Band> ifCrosses) {

        private static ScheduleJson of(Schedule schedule) {
            Definition definition = schedule.definition();
            return new ScheduleJson(
                    schedule.id(),
                    schedule.revision(),
                    schedule.author(),
                    definition.name(),
                    definition.scenario(),
                    definition.cron(),
                    definition.timeZone(),
                    definition.formats().stream().map(BriefingMedium::ending).toList(),
                    definition.targets(),
                    definition.ifChanged(),
                    definition.ifCrosses());
        }
    }

    record RunJson(
            Instant dueAt,
            RunState state,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Described("Why nothing was published, or what failed.")
            String detail,

            @Described("Ids of the editions that were published.")
            List<String> editions) {

        private static RunJson of(ScheduleRun run) {
            return new RunJson(run.dueAt(), run.state(), run.detail(), run.editions());
        }
    }

    record ListedSchedule(
            @JsonUnwrapped ScheduleJson schedule,

            @Described("Absent if there is none within nine years.")
            Optional<Instant> nextDue,

            @Described("The latest, latest first.") List<RunJson> runs) {

        private static ListedSchedule of(Listed listed) {
            return new ListedSchedule(
                    ScheduleJson.of(listed.schedule()),
                    listed.nextDue(),
                    listed.runs().stream().map(RunJson::of).toList());
        }
    }

    record ScheduleList(@Described("By name.") List<ListedSchedule> schedules) {}

    record DeliveryJson(
            @Described("Sent along, so that a receiver recognises a repetition.")
            UUID id,

            @Described("Its id.") String edition,
            String target,
            UUID schedule,
            DeliveryState state,
            @Described("When it was ordered.") Instant at,
            int attempts,
            @Described("Of a delivery that is due.") Optional<Instant> nextAttempt,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Described("Why the last attempt failed.")
            String lastError,

            @Described("When the other side acknowledged it.")
            Optional<Instant> delivered) {

        private static DeliveryJson of(Delivery delivery) {
            return new DeliveryJson(
                    delivery.id(),
                    delivery.edition(),
                    delivery.target(),
                    delivery.schedule(),
                    delivery.state(),
                    delivery.at(),
                    delivery.attempts(),
                    Optional.of(delivery.nextAttempt()).filter(at -> delivery.state() == DeliveryState.DUE),
                    delivery.lastError(),
                    delivery.delivered());
        }
    }

    record DeliveryList(@Described("Latest first.") List<DeliveryJson> deliveries) {}

    static final ResultDocument<Schedule> SCHEDULE = new ResultDocument<>(
            "schedule", "schedule", "A schedule of briefings.", RecordType.of(ScheduleJson.class, ScheduleJson::of));

    static final ResultDocument<List<Listed>> SCHEDULES = new ResultDocument<>(
            "schedules",
            "schedules",
            "All schedules of briefings with their latest runs.",
            RecordType.of(
                    ScheduleList.class,
                    all -> new ScheduleList(all.stream().map(ListedSchedule::of).toList())));

    static final ResultDocument<ScheduleRun> RUN = new ResultDocument<>(
            "schedule-run",
            "run of a schedule",
            "The work for one due time of a schedule.",
            RecordType.of(RunJson.class, RunJson::of));

    static final ResultDocument<Delivery> DELIVERY = new ResultDocument<>(
            "delivery", "delivery", "An edition for one target.", RecordType.of(DeliveryJson.class, DeliveryJson::of));

    static final ResultDocument<List<Delivery>> DELIVERIES = new ResultDocument<>(
            "deliveries",
            "deliveries",
            "The latest deliveries of editions.",
            RecordType.of(
                    DeliveryList.class,
                    all -> new DeliveryList(all.stream().map(DeliveryJson::of).toList())));

    public static final List<ResultDocument<?>> ALL = List.of(SCHEDULE, SCHEDULES, RUN, DELIVERY, DELIVERIES);

    /** The bodies of requests, by the names that operations use. */
    public static final Map<String, Class<? extends Record>> REQUESTS =
            Map.of("schedule-request", ScheduleController.ScheduleRequest.class);

    private ScheduleDocuments() {}
}

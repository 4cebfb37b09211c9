package entente.service.briefing.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.model.Described;
import entente.report.json.RecordType;
import entente.report.json.ResultDocument;
import entente.service.briefing.delivery.Delivery;
import entente.service.briefing.schedule.Schedule;
import entente.service.briefing.schedule.ScheduleRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON of schedules and deliveries. */
public final class ScheduleDocuments {

    record Listed(
            @JsonUnwrapped Schedule schedule,

            @Described("Absent if there is none within nine years.")
            Optional<Instant> nextDue,

            @Described("The latest, latest first.") List<ScheduleRun> runs) {}

    record ScheduleList(@Described("By name.") List<Listed> schedules) {}

    record DeliveryList(@Described("Latest first.") List<Delivery> deliveries) {}

    static final ResultDocument<Schedule> SCHEDULE =
            new ResultDocument<>("schedule", "schedule", "A schedule of briefings.", RecordType.of(Schedule.class));

    static final ResultDocument<List<Listed>> SCHEDULES = new ResultDocument<>(
            "schedules",
            "schedules",
            "All schedules of briefings with their latest runs.",
            RecordType.of(ScheduleList.class, ScheduleList::new));

    static final ResultDocument<ScheduleRun> RUN = new ResultDocument<>(
            "schedule-run",
            "run of a schedule",
            "The work for one due time of a schedule.",
            RecordType.of(ScheduleRun.class));

    static final ResultDocument<Delivery> DELIVERY =
            new ResultDocument<>("delivery", "delivery", "An edition for one target.", RecordType.of(Delivery.class));

    static final ResultDocument<List<Delivery>> DELIVERIES = new ResultDocument<>(
            "deliveries",
            "deliveries",
            "The latest deliveries of editions.",
            RecordType.of(DeliveryList.class, DeliveryList::new));

    public static final List<ResultDocument<?>> ALL = List.of(SCHEDULE, SCHEDULES, RUN, DELIVERY, DELIVERIES);

    /** The bodies of requests, by the names that operations use. */
    public static final Map<String, Class<? extends Record>> REQUESTS =
            Map.of("schedule-request", ScheduleController.ScheduleRequest.class);

    private ScheduleDocuments() {}
}

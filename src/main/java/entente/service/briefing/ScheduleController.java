package entente.service.briefing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import entente.briefing.BriefingMedium;
import entente.document.Fields;
import entente.document.Position;
import entente.document.Text;
import entente.model.Described;
import entente.report.json.RecordType;
import entente.report.json.ResultDocument;
import entente.service.api.ApiRequest;
import entente.service.api.IdempotencyHandler;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.RequestBody;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.archive.SqlValues;
import entente.service.briefing.Deliveries.Delivery;
import entente.service.briefing.ScheduleRuns.EditionRuns.ScheduleScenarios;
import entente.service.briefing.ScheduleRuns.RunState;
import entente.service.briefing.ScheduleRuns.ScheduleRun;
import entente.service.briefing.ScheduleTable.Definition;
import entente.service.briefing.ScheduleTable.Schedule;
import entente.service.page.Shell;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Schedules of briefings and deliveries of editions, also as a page. Analysts only may read them: the address of a webhook can
 * be a secret.
 */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
public class ScheduleController {

    static final String PATH = "/api/v1/schedules";
    static final String ONE = PATH + "/{id}";

    private static final int LISTED_RUNS = 5;
    private static final int MAX_TARGETS = 20;
    private static final String DELIVERY_PATH = "/api/v1/deliveries";
    private static final int MAX_DELIVERIES = 200;

    private final ScheduleTable schedules;
    private final ScheduleRuns runs;
    private final Deliveries deliveries;
    private final ScheduleScenarios scenarios;
    private final DeliveryChannels channels;
    private final IdempotencyHandler idempotency;
    private final InstantSource clock;

    public record Listed(
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
            Map.of("schedule-request", ScheduleRequest.class);

    @GetMapping(PATH)
    @Operation(
            access = Access.ANALYST,
            description = "Lists the schedules of briefings with their latest runs.",
            archive = Operation.Archive.READS)
    @Response(description = "All schedules.", schema = "schedules")
    ApiResponse listSchedules(ApiRequest request) {
        return Responses.json(200, SCHEDULES.pretty(listed()));
    }

    @Described(closed = true)
    record ScheduleRequest(
            @Described(value = "For people.", to = ScheduleTable.MAX_NAME)
            String name,

            @Described(value = "Id of a scenario, or a file or folder below that of the scenarios.", to = 200)
            String scenario,

            @Described(value = "Minute, hour, day of month, month, day of week.", to = 100)
            String cron,

            @Described(value = "Id of a region, such as Pacific/Auckland, or UTC.", to = 64)
            String timeZone,

            @Described(value = "Default: pdf.", from = 1) Optional<List<BriefingMedium>> formats,

            @Described(value = "mailto: with an address, or an address of https.", to = MAX_TARGETS)
            Optional<List<String>> targets,

            Optional<Boolean> ifChanged) {}

    /** @throws ProblemException with all problems of the body */
    private Definition definition(ApiRequest request) {
        RequestBody body = new RequestBody(request);
        ScheduleRequest asked = body.read(ScheduleRequest.class);
        Fields fields = body.fields();
        if (!asked.scenario().isEmpty()
                && scenarios
                        .find(asked.scenario(), request.snapshot().scenarioSource())
                        .isEmpty()) {
            fields.reject(
                    "scenario",
                    "UNKNOWN_SCENARIO",
                    "There is no scenario \"" + Text.excerpt(asked.scenario())
                            + "\", nor a file or folder of scenarios below that of the service.");
        }
        check(asked.cron(), ScheduleTimes::expression, "INVALID_TIME", fields.at("cron"));
        check(asked.timeZone(), ScheduleTimes::zone, "INVALID_TIME", fields.at("timeZone"));
        fields.texts(
                "targets",
                (text, at) -> check(
                        text,
                        target -> channels.refusal(DeliveryTarget.of(target))
                                .ifPresent(why -> at.reject("NOT_ALLOWED", why)),
                        "INVALID_TARGET",
                        at));
        body.check();
        List<BriefingMedium> formats = asked.formats().orElse(List.of(BriefingMedium.PDF));
        return new Definition(
                asked.name(),
                asked.scenario(),
                asked.cron(),
                asked.timeZone(),
                formats.stream().sorted().distinct().toList(),
                asked.targets().orElse(List.of()).stream().distinct().toList(),
                asked.ifChanged().orElse(false));
    }

    /** A text that is missing or blank is a problem already. */
    private static void check(String text, Consumer<String> check, String code, Position at) {
        try {
            if (!text.isBlank()) {
                check.accept(text);
            }
        } catch (IllegalArgumentException invalid) {
            at.reject(code, String.valueOf(invalid.getMessage()));
        }
    }

    private List<Listed> listed() {
        return schedules.list().stream()
                .map(schedule -> new Listed(
                        schedule,
                        schedule.definition().times().next(clock.instant()),
                        runs.latest(schedule.id(), LISTED_RUNS)))
                .toList();
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.ANALYST,
            description = "Creates a schedule. Its first due time is after now.",
            body = "schedule-request",
            problems = ProblemType.INVALID)
    @Response(
            status = 201,
            description = "The schedule.",
            schema = "schedule",
            headers = {Header.LOCATION, Header.ETAG})
    ApiResponse createSchedule(ApiRequest request) {
        return idempotency.execute(request, () -> {
            Definition definition = definition(request);
            return () -> {
                Schedule added = schedules.add(definition, request.owner());
                return answer(201, added).with(Map.of("Location", PATH + "/" + added.id()));
            };
        });
    }

    @GetMapping(ONE)
    @Operation(access = Access.ANALYST, description = "Returns a schedule.", archive = Operation.Archive.READS)
    @Response(description = "The schedule.", schema = "schedule", headers = Header.ETAG)
    ApiResponse getSchedule(ApiRequest request, @PathVariable String id) {
        return answer(200, find(id));
    }

    @PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.ANALYST,
            description = "Changes a schedule, based on the version that If-Match names. New times hold from now on.",
            body = "schedule-request",
            problems = {ProblemType.NOT_FOUND, ProblemType.INVALID, ProblemType.STALE, ProblemType.PRECONDITION_REQUIRED
            })
    @Response(description = "The changed schedule.", schema = "schedule", headers = Header.ETAG)
    ApiResponse putSchedule(ApiRequest request, @PathVariable String id) {
        Schedule before = find(id);
        check(request, before);
        return answer(200, schedules.change(before, definition(request), request.owner()));
    }

    @DeleteMapping(ONE)
    @Operation(
            access = Access.ANALYST,
            description = "Deletes a schedule and its runs; editions and deliveries remain.",
            problems = {ProblemType.STALE, ProblemType.PRECONDITION_REQUIRED})
    @Response(status = 204, description = "Deleted.")
    ApiResponse deleteSchedule(ApiRequest request, @PathVariable String id) {
        Schedule schedule = find(id);
        check(request, schedule);
        if (!schedules.delete(schedule)) {
            throw ScheduleTable.stale();
        }
        return new ApiResponse(204, Map.of(), new byte[0]);
    }

    @PostMapping(ONE + "/runs")
    @Operation(
            access = Access.ANALYST,
            description = "Runs a schedule now, beside its due times.",
            problems = {ProblemType.CONFLICT, ProblemType.TOO_MANY})
    @Response(status = 202, description = "The run, which GET /schedules shows.", schema = "schedule-run")
    ApiResponse runSchedule(ApiRequest request, @PathVariable String id) {
        Schedule schedule = find(id);
        return idempotency.execute(request, () -> () -> {
            Instant now = SqlValues.moment(clock.instant()).toInstant();
            if (!runs.claim(schedule.id(), now)) {
                throw ProblemType.CONFLICT.problem("The schedule was run at this moment.");
            }
            ScheduleRun run = new ScheduleRun(now, RunState.OPEN, "", List.of());
            return Responses.json(202, RUN.pretty(run));
        });
    }

    private Schedule find(String id) {
        return schedules.find(ApiRequest.uuid(id)).orElseThrow(ApiRequest::notFound);
    }

    private static ApiResponse answer(int status, Schedule schedule) {
        return Responses.withEtag(Responses.json(status, SCHEDULE.pretty(schedule)));
    }

    private static void check(ApiRequest request, Schedule schedule) {
        String given = request.header("If-Match")
                .map(String::strip)
                .orElseThrow(() -> ProblemType.PRECONDITION_REQUIRED.problem(
                        "Send If-Match with the ETag of the version to change."));
        if (!given.equals("*") && !given.equals(answer(200, schedule).headers().get("ETag"))) {
            throw ScheduleTable.stale();
        }
    }

    @GetMapping(DELIVERY_PATH)
    @Operation(
            access = Access.ANALYST,
            description = "Lists the latest deliveries of editions, with what failed.",
            archive = Operation.Archive.READS)
    @Response(description = "The latest deliveries.", schema = "deliveries")
    ApiResponse listDeliveries(ApiRequest request) {
        return Responses.json(200, DELIVERIES.pretty(deliveries.latest(MAX_DELIVERIES)));
    }

    @PostMapping(DELIVERY_PATH + "/{id}/retries")
    @Operation(
            access = Access.ANALYST,
            description = "Makes a failed delivery due again; it keeps its id.",
            archive = Operation.Archive.WRITES,
            idempotencyKey = false,
            problems = ProblemType.CONFLICT)
    @Response(status = 202, description = "The delivery.", schema = "delivery")
    ApiResponse retryDelivery(ApiRequest request, @PathVariable String id) {
        UUID delivery = ApiRequest.uuid(id);
        if (deliveries.find(delivery).isEmpty()) {
            throw ApiRequest.notFound();
        }
        if (!deliveries.retry(delivery)) {
            throw ProblemType.CONFLICT.problem("Only a failed delivery can be retried.");
        }
        return Responses.json(202, DELIVERY.pretty(deliveries.find(delivery).orElseThrow()));
    }

    @GetMapping(path = "/schedules", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.READER,
            description = "Shows the schedules of briefings and the deliveries to those who may see them.",
            archive = Operation.Archive.READS)
    @Response(description = "The page.", media = "text/html")
    ApiResponse schedulesPage(ApiRequest request, HttpServletRequest http) {
        SchedulePage page = http.isUserInRole(Access.ANALYST.name())
                ? new SchedulePage(true, listed(), deliveries.latest(MAX_DELIVERIES))
                : new SchedulePage(false, List.of(), List.of());
        return Shell.page("Schedules", Shell.Section.BRIEFINGS, "", "schedules", page);
    }

    /**
     * What the page of schedules shows.
     *
     * @param allowed whether the caller may see them
     */
    public record SchedulePage(boolean allowed, List<Listed> schedules, List<Delivery> deliveries) {

        private static final DateTimeFormatter LOCAL =
                DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

        /** In the time zone of a schedule. */
        public static String local(Instant moment, Definition definition) {
            return LOCAL.format(moment.atZone(ZoneId.of(definition.timeZone())));
        }

        public static String word(Enum<?> state) {
            return state.name().toLowerCase(Locale.ROOT);
        }

        /** The address of a webhook without its path, which can be a secret. */
        public static String target(Delivery delivery) {
            return delivery.target().replaceAll("^(https?://[^/?]+)[/?].*$", "$1/…");
        }
    }
}

package entente.service.briefing.http;

import entente.model.Scenario;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.IdempotencyHandler;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.archive.SqlValues;
import entente.service.briefing.delivery.DeliveryChannels;
import entente.service.briefing.delivery.DeliveryTarget;
import entente.service.briefing.http.ScheduleDocuments.CheckedScenario;
import entente.service.briefing.http.ScheduleDocuments.CheckedTarget;
import entente.service.briefing.schedule.Schedule;
import entente.service.briefing.schedule.ScheduleRun;
import entente.service.briefing.schedule.ScheduleRuns;
import entente.service.briefing.schedule.ScheduleScenarios;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Runs a schedule now, or says what a run would do. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ScheduleRunController {

    private final ScheduleController schedules;
    private final ScheduleRuns runs;
    private final ScheduleScenarios scenarios;
    private final DeliveryChannels channels;
    private final IdempotencyHandler idempotency;
    private final InstantSource clock;

    @PostMapping(ScheduleController.ONE + "/runs")
    @Operation(
            access = Access.ANALYST,
            description = "Runs a schedule now, beside its due times.",
            archive = Operation.Archive.WRITES,
            problems = {ProblemType.CONFLICT, ProblemType.TOO_MANY})
    @Response(status = 202, description = "The run, which GET /schedules shows.", schema = "schedule-run")
    ApiResponse runSchedule(ApiRequest request, @PathVariable String id) {
        Schedule schedule = schedules.find(id);
        return idempotency.execute(request, () -> () -> {
            Instant now = SqlValues.moment(clock.instant()).toInstant();
            if (!runs.claim(schedule.id(), now)) {
                throw ProblemException.of(ProblemType.CONFLICT, "The schedule was run at this moment.");
            }
            ScheduleRun run = new ScheduleRun(schedule.id(), now, ScheduleRun.RunState.OPEN, "", List.of());
            return Responses.json(202, ScheduleDocuments.RUN.pretty(run));
        });
    }

    @PostMapping(ScheduleController.ONE + "/dry-runs")
    @Operation(
            access = Access.ANALYST,
            description = "Says what a run would publish and to whom it would be sent; publishes and sends nothing.",
            archive = Operation.Archive.READS,
            idempotencyKey = false,
            evaluates = Cost.LIGHT)
    @Response(description = "What would be done.", schema = "schedule-dry-run")
    ApiResponse dryRunSchedule(ApiRequest request, @PathVariable String id) {
        Schedule schedule = schedules.find(id);
        List<byte[]> named = scenarios.find(
                schedule.definition().scenario(), request.snapshot().scenarioSource());
        List<CheckedScenario> checked = request.evaluate(() ->
                named.stream().map(bytes -> scenario(request.snapshot(), bytes)).toList());
        List<CheckedTarget> targets = schedule.definition().targets().stream()
                .map(target -> new CheckedTarget(target, channels.refusal(DeliveryTarget.of(target))))
                .toList();
        return Responses.json(
                200, ScheduleDocuments.DRY_RUN.pretty(new ScheduleDocuments.DryRun(schedule, checked, targets)));
    }

    private static CheckedScenario scenario(RuleBookSnapshot snapshot, byte[] bytes) {
        try {
            Scenario scenario = snapshot.read(bytes);
            return new CheckedScenario(scenario.id(), Optional.empty());
        } catch (ProblemException invalid) {
            return new CheckedScenario("?", Optional.of(invalid.detail()));
        }
    }
}

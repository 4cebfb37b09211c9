package entente.service.briefing.http;

import entente.model.Scenario;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.archive.ApiResponse;
import entente.service.archive.StoredScenarios;
import entente.service.briefing.Editions;
import entente.service.briefing.http.BriefingFormPage.Choice;
import entente.service.page.Shell;
import entente.service.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages of briefings, with a form that writes one and the editions, and of schedules and deliveries. */
@RequiredArgsConstructor
@Controller
class BriefingPages {

    /** Scenarios that the form offers. */
    private static final int OFFERED = 200;

    private static final Comparator<Scenario> LATEST = Comparator.comparing(
                    (Scenario scenario) -> scenario.asOf().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(Scenario::title);

    private final StoredScenarios stored;
    private final Editions editions;
    private final ScheduleController schedules;

    @GetMapping(path = "/briefings", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.READER,
            description = "A form for briefings, and the latest editions.",
            archive = Operation.Archive.READS,
            evaluates = Cost.LIGHT)
    @Response(description = "The page.", media = "text/html")
    ApiResponse briefingsPage(ApiRequest request) {
        BriefingFormPage form = new BriefingFormPage(
                request.snapshot().book().catalogue().subject(), choices(request), List.of(), false);
        BriefingFormPage page = editions.with(form::with);
        return Shell.page("Briefings", Shell.Section.BRIEFINGS, "", "briefings", page);
    }

    @GetMapping(path = "/schedules", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.READER,
            description = "Shows the schedules of briefings and the deliveries to those who may see them.",
            archive = Operation.Archive.READS)
    @Response(description = "The page.", media = "text/html")
    ApiResponse schedulesPage(ApiRequest request, HttpServletRequest http) {
        SchedulePage page = http.isUserInRole(Access.ANALYST.name())
                ? SchedulePage.of(schedules.listed(), schedules.latestDeliveries())
                : new SchedulePage(false, List.of(), List.of());
        return Shell.page("Schedules", Shell.Section.BRIEFINGS, "", "schedules", page);
    }

    private List<Choice> choices(ApiRequest request) {
        AvailableScenarios available = new AvailableScenarios(request.snapshot(), stored);
        List<byte[]> scenarios = available.ids().stream()
                .limit(OFFERED)
                .flatMap(id -> available.find(id).stream())
                .toList();
        return request.evaluate(() -> scenarios.stream()
                .map(available::accepted)
                .flatMap(Optional::stream)
                .sorted(LATEST)
                .map(Choice::of)
                .toList());
    }
}

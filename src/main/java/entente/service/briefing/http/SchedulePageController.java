package entente.service.briefing.http;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.page.Shell;
import entente.service.security.Access;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of schedules and deliveries. */
@RequiredArgsConstructor
@Controller
class SchedulePageController {

    private final ScheduleController schedules;
    private final DeliveryController deliveries;

    @GetMapping(path = "/schedules", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.READER,
            description = "Shows the schedules of briefings and the deliveries to those who may see them.",
            archive = Operation.Archive.READS)
    @Response(description = "The page.", media = "text/html")
    ApiResponse schedulesPage(ApiRequest request, HttpServletRequest http) {
        SchedulePage page = http.isUserInRole(Access.ANALYST.name())
                ? SchedulePage.of(schedules.listed(), deliveries.latest())
                : new SchedulePage(false, List.of(), List.of());
        return new Shell("Schedules", Shell.Section.BRIEFINGS, "", Responses.content("page/schedules", page)).page();
    }
}

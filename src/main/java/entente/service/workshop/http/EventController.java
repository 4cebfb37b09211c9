package entente.service.workshop.http;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.security.Access;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.events.EventStream;
import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Server-sent events of a workshop. */
@RequiredArgsConstructor
@Controller
class EventController {

    private static final String NUMBER = "[1-9][0-9]{0,17}";

    private final WorkshopAccess access;

    @GetMapping(path = WorkshopController.ONE + "/events", produces = "text/event-stream")
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Server-sent events: \"changed\" with the revision whenever the workshop has changed, \"ended\" as the last when it ends.",
            archive = Operation.Archive.READS,
            workshopToken = true)
    @Response(description = "The events, until the workshop ends.", media = "text/event-stream")
    @Response(status = 204, description = "The workshop has ended, and Last-Event-ID names its last revision.")
    EventStream listenToWorkshop(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        long known = request.header("Last-Event-ID")
                .filter(id -> id.matches(NUMBER))
                .map(Long::valueOf)
                .orElse(0L);
        return new EventStream(caller, known);
    }
}

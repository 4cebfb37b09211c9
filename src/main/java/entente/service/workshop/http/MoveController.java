package entente.service.workshop.http;

import entente.document.Fields;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.GroupReadings.Change;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopRole;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.board.ChangeChecks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Takes the moves of groups. */
@RequiredArgsConstructor
@Controller
@RequestMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
class MoveController {

    private final WorkshopAccess access;
    private final Moves moves;

    @PostMapping(WorkshopController.ONE + "/moves:batch")
    @Operation(
            access = Access.PUBLIC,
            description =
                    "Moves readings of the caller's group as one move. The same id again returns the same answer.",
            body = "workshop-moves-request",
            archive = Operation.Archive.WRITES,
            idempotencyKey = false,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.INVALID, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "The verdict after the move.", schema = "workshop-move")
    ApiResponse moveReadings(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code, WorkshopRole.GROUP);
        WorkshopBody body = new WorkshopBody(request, "id", "moves");
        UUID id = body.uuid("id");
        body.fields().require("moves");
        List<Change> changes = changes(request, body, body.changes("moves"));
        body.check();
        return Responses.json(200, WorkshopDocuments.MOVE.pretty(moves.make(request, caller, id, changes)));
    }

    /** What each item says of a reading; problems are reported by {@link WorkshopBody#check}. */
    static List<Change> changes(ApiRequest request, WorkshopBody body, List<Fields> items) {
        List<Change> changes = new ArrayList<>();
        List<String> pointers = new ArrayList<>();
        for (Fields item : items) {
            item.requiredText("indicator").filter(text -> !text.isBlank()).ifPresent(indicator -> {
                changes.add(change(body, item, indicator));
                pointers.add(item.pointer());
            });
        }
        body.add(ChangeChecks.problems(request.snapshot(), changes, pointers));
        return changes;
    }

    private static Change change(WorkshopBody body, Fields item, String indicator) {
        if (!item.has("value")) {
            return Change.reset(indicator);
        }
        if (body.isNull(item, "value")) {
            return Change.to(indicator, OptionalDouble.empty());
        }
        return item.number("value")
                .map(value -> Change.to(indicator, OptionalDouble.of(value)))
                .orElse(Change.reset(indicator));
    }
}

package entente.service.workshop.http;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.Responses;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import entente.service.workshop.GroupReadings;
import entente.service.workshop.WorkshopCaller;
import entente.service.workshop.WorkshopGroup;
import entente.service.workshop.WorkshopRole;
import entente.service.workshop.WorkshopState;
import entente.service.workshop.access.WorkshopAccess;
import entente.service.workshop.board.Boards;
import entente.service.workshop.board.Boards.Material;
import entente.service.workshop.board.CaseReader;
import entente.service.workshop.board.GroupScenarios;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the groups have come to. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class BoardController {

    private final WorkshopAccess access;
    private final Boards boards;

    @GetMapping(WorkshopController.ONE + "/board")
    @Operation(
            access = Access.PUBLIC,
            description = "Where the groups stand; for groups after the reveal.",
            archive = Operation.Archive.READS,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "The board.", schema = "workshop-board")
    ApiResponse getBoard(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        if (caller.is(WorkshopRole.GROUP)) {
            checkRevealed(material.state());
        }
        return Responses.json(200, BoardDocument.DOCUMENT.pretty(boards.board(material, request)));
    }

    @GetMapping(WorkshopController.ONE + "/difference")
    @Operation(
            access = Access.PUBLIC,
            description = "Attributes the difference between two groups exactly; after the reveal.",
            query = {QueryParameter.FIRST, QueryParameter.SECOND},
            archive = Operation.Archive.READS,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT, ProblemType.EVALUATION_LIMIT})
    @Response(description = "The comparison of the second group with the first.", schema = "comparison")
    ApiResponse getDifference(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        checkRevealed(material.state());
        WorkshopGroup first = group(material, request, QueryParameter.FIRST);
        WorkshopGroup second = group(material, request, QueryParameter.SECOND);
        return Responses.json(200, boards.difference(material, first, second, request));
    }

    private static WorkshopGroup group(Material material, ApiRequest request, QueryParameter parameter) {
        String letter = request.text(parameter).orElse("");
        return find(material, letter)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        "The parameter " + parameter.parameterName() + " is the letter of a group."));
    }

    static Optional<WorkshopGroup> find(Material material, String letter) {
        return material.groups().stream()
                .filter(group -> group.letter().equals(letter))
                .findFirst();
    }

    @GetMapping(WorkshopController.ONE + "/scenarios/{group}")
    @Operation(
            access = Access.PUBLIC,
            description =
                    "The case of a group as a scenario file, for the group, and after the reveal for the facilitator; or the baseline.",
            archive = Operation.Archive.READS,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT})
    @Response(description = "The scenario.", schema = "scenario")
    ApiResponse getGroupScenario(
            ApiRequest request, HttpServletRequest http, @PathVariable String code, @PathVariable String group) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        CaseReader reader = material.reader();
        if (group.equals("baseline")) {
            return Responses.json(
                    200,
                    reader.scenarioFile(
                            reader.baseline().id(), reader.baseline().title(), GroupReadings.BASELINE));
        }
        Optional<WorkshopGroup> found = find(material, group);
        if (found.filter(one -> caller.isGroup(one.member())).isEmpty()) {
            if (!caller.is(WorkshopRole.FACILITATOR)) {
                throw WorkshopAccess.forbidden();
            }
            checkRevealed(material.state());
        }
        return Responses.json(200, GroupScenarios.file(material, found.orElseThrow(ApiRequest::notFound)));
    }

    /** What shows more than one group is for no role before the reveal, which ends the workshop at the latest. */
    static void checkRevealed(WorkshopState state) {
        if (!state.revealed()) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "The verdicts of the groups are not revealed; the facilitator does that.");
        }
    }
}

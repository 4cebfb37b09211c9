package entente.service.workshop.http;

import entente.analysis.comparison.ScenarioContrasts;
import entente.report.json.ContrastJson;
import entente.scoring.Assessor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.Responses;
import entente.service.archive.StoredResponse;
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
import java.util.List;
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
            evaluates = Cost.LIGHT,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT})
    @Response(description = "The board.", schema = "workshop-board")
    StoredResponse getBoard(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        checkRevealed(caller, material.state());
        return Responses.json(200, BoardDocument.DOCUMENT.pretty(request.evaluate(() -> boards.board(material))));
    }

    @GetMapping(WorkshopController.ONE + "/difference")
    @Operation(
            access = Access.PUBLIC,
            description = "Attributes the difference between two groups exactly; after the reveal.",
            query = {QueryParameter.FIRST, QueryParameter.SECOND},
            archive = Operation.Archive.READS,
            evaluates = Cost.HEAVY,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT})
    @Response(description = "The comparison of the second group with the first.", schema = "comparison")
    StoredResponse getDifference(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        Material material = boards.material(caller.code(), request.snapshot());
        if (!material.state().revealed()) {
            throw notRevealed();
        }
        WorkshopGroup first = group(material, request, QueryParameter.FIRST);
        WorkshopGroup second = group(material, request, QueryParameter.SECOND);
        return Responses.json(200, request.evaluate(() -> {
            Assessor assessor = material.reader().snapshot().assessor();
            return ContrastJson.DOCUMENT.pretty(List.of(new ScenarioContrasts(assessor)
                    .between(
                            assessor.assess(GroupScenarios.scenario(material, first)),
                            assessor.assess(GroupScenarios.scenario(material, second)))));
        }));
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
            description = "The case of a group as a scenario file, for the facilitator and the group; or the baseline.",
            archive = Operation.Archive.READS,
            workshopToken = true,
            problems = {ProblemType.FORBIDDEN, ProblemType.CONFLICT})
    @Response(description = "The scenario.", schema = "scenario")
    StoredResponse getGroupScenario(
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
        if (!caller.is(WorkshopRole.FACILITATOR)
                && found.filter(one -> caller.isGroup(one.member())).isEmpty()) {
            throw WorkshopAccess.forbidden();
        }
        return Responses.json(200, GroupScenarios.file(material, found.orElseThrow(ApiRequest::notFound)));
    }

    static void checkRevealed(WorkshopCaller caller, WorkshopState state) {
        if (caller.is(WorkshopRole.GROUP) && !state.revealed()) {
            throw notRevealed();
        }
    }

    private static ProblemException notRevealed() {
        return ProblemException.of(
                ProblemType.FORBIDDEN, "The verdicts of the groups are not revealed; the facilitator does that.");
    }
}

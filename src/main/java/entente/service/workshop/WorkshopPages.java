package entente.service.workshop;

import entente.report.form.Hint;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.archive.ApiResponse;
import entente.service.page.Shell;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import entente.service.workshop.WorkshopCaller.WorkshopRole;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.With;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of workshops. What happens in a workshop is fetched by their modules, as the caller may see it. */
@RequiredArgsConstructor
@Controller
@RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
public class WorkshopPages {

    private static final String GROUPS = "/w";
    private static final String GROUP = GROUPS + "/{code}";
    private static final String LIST = "/workshops";
    private static final String ONE = LIST + "/{code}";

    /**
     * What a page of a workshop holds before its modules load.
     *
     * @param code of the workshop; as typed, if there is none with it
     * @param state title and round of the workshop, in words
     * @param failure why the workshop cannot be shown; empty if it can
     * @param address at which groups join
     * @param opening the command that lets the room reach the service; empty if it does
     * @param member whether the caller is a member of the workshop
     * @param ended whether no group can join any more
     */
    @With
    public record WorkshopPage(
            String code, String state, String failure, String address, String opening, boolean member, boolean ended) {}

    private static final WorkshopPage NOTHING = new WorkshopPage("", "", "", "", "", false, false);

    private final WorkshopAccess access;
    private final WorkshopTable workshops;
    private final RoomConnector room;

    @GetMapping(GROUPS)
    @Operation(access = Access.PUBLIC, description = "Asks for the code of a workshop.")
    @Response(description = "The page.", media = "text/html")
    ApiResponse joinPage(ApiRequest request) {
        return page("Join a workshop", Shell.Section.NONE, "join", NOTHING);
    }

    @GetMapping(GROUP)
    @Operation(
            access = Access.PUBLIC,
            description = "The page of a group, which asks for its name first.",
            archive = Operation.Archive.READS,
            problems = ProblemType.TOO_MANY_ATTEMPTS)
    @Response(description = "The page.", media = "text/html")
    @Response(
            status = 404,
            description = "The page for joining, which says that no workshop has the code.",
            media = "text/html")
    ApiResponse groupPage(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        try {
            Optional<WorkshopCaller> member = access.known(http, code);
            WorkshopCode known = member.map(WorkshopCaller::code).orElseGet(() -> access.code(http, code));
            WorkshopState state = workshops.find(known).orElseThrow();
            return page(
                    state.title(),
                    Shell.Section.NONE,
                    "group",
                    NOTHING.withCode(known.text())
                            .withState(state.title() + " · " + round(state))
                            .withMember(member.isPresent())
                            .withEnded(state.ended()));
        } catch (ProblemException wrong) {
            if (wrong.type() != ProblemType.NOT_FOUND) {
                throw wrong;
            }
            return refused(code, "No workshop has this code.");
        }
    }

    /** The page for joining, which says why nothing was opened. */
    private static ApiResponse refused(String code, String why) {
        ApiResponse found = page(
                "Join a workshop",
                Shell.Section.NONE,
                "join",
                NOTHING.withCode(code).withFailure(why));
        return new ApiResponse(404, found.headers(), found.body());
    }

    private static String round(WorkshopState state) {
        if (state.ended()) {
            return "ended";
        }
        return state.round() == 0 ? "round 1 not started" : "round " + state.round() + " of " + state.rounds();
    }

    @GetMapping(LIST)
    @Operation(access = Access.READER, description = "Starts a workshop, and lists those that the browser facilitates.")
    @Response(description = "The page.", media = "text/html")
    ApiResponse workshopsPage(ApiRequest request) {
        RuleBookSnapshot snapshot = request.snapshot();
        String opened = snapshot.book()
                .catalogue()
                .subject()
                .opened(snapshot.scenarioSource().ids())
                .orElse("");
        return Shell.page("Workshops", Shell.Section.WORKSHOPS, "workshop/start", "workshop-start", opened);
    }

    @GetMapping(ONE)
    @Operation(
            access = Access.PUBLIC,
            description = "The board of the facilitator.",
            archive = Operation.Archive.READS,
            problems = ProblemType.TOO_MANY_ATTEMPTS)
    @Response(description = "The page.", media = "text/html")
    ApiResponse boardPage(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        return page("Board", Shell.Section.WORKSHOPS, "board", named(http, code));
    }

    @GetMapping(ONE + "/lobby")
    @Operation(
            access = Access.PUBLIC,
            description = "Shows how to join, and who has.",
            archive = Operation.Archive.READS,
            problems = ProblemType.TOO_MANY_ATTEMPTS)
    @Response(description = "The page.", media = "text/html")
    ApiResponse lobbyPage(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        return page("Lobby", Shell.Section.NONE, "lobby", named(http, code));
    }

    @GetMapping(ONE + "/projector")
    @Operation(
            access = Access.PUBLIC,
            description = "Shows the verdicts of the groups to the room.",
            archive = Operation.Archive.READS,
            problems = ProblemType.TOO_MANY_ATTEMPTS)
    @Response(description = "The page.", media = "text/html")
    ApiResponse projectorPage(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        return page("Projector", Shell.Section.NONE, "projector", named(http, code));
    }

    @GetMapping(path = WorkshopController.ONE + "/qr", produces = "image/svg+xml")
    @Operation(
            access = Access.PUBLIC,
            description = "The address at which groups join, as a QR code.",
            workshopToken = true)
    @Response(description = "The picture.", media = "image/svg+xml")
    ApiResponse getQrCode(ApiRequest request, HttpServletRequest http, @PathVariable String code) {
        WorkshopCaller caller = access.caller(http, code);
        String address = room.base(http) + "/w/" + caller.code().text();
        String svg = new QrImage(address).svg("QR code of the address for joining");
        return new ApiResponse(
                200, Map.of(HttpHeaders.CONTENT_TYPE, "image/svg+xml"), svg.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException as {@link WorkshopAccess#code} for a wrong code */
    private WorkshopPage named(HttpServletRequest http, String code) {
        String text = access.visited(http, code).text();
        String base = room.base(http);
        String opening = room.isReachable(http) ? "" : Hint.started() + " workshop --resume " + text;
        return NOTHING.withCode(text)
                .withAddress(base.substring(base.indexOf("//") + 2) + GROUPS)
                .withOpening(opening);
    }

    private static ApiResponse page(String title, Shell.Section section, String module, WorkshopPage page) {
        return Shell.page(title, section, "workshop/" + module, "workshop-" + module, page);
    }

    /** Exchanges a link that can be used once for a cookie, and leads to the page of the role. */
    @GetMapping(ONE + "/enter/{key}")
    @Operation(
            access = Access.PUBLIC,
            description = "Opens a workshop by a link that can be used once.",
            archive = Operation.Archive.WRITES,
            problems = ProblemType.TOO_MANY_ATTEMPTS)
    @Response(status = 303, description = "The page of the role; a cookie is set.", headers = Header.LOCATION)
    @Response(
            status = 404,
            description = "The page for joining, which says that the link opens nothing.",
            media = "text/html")
    ApiResponse enterWorkshop(
            ApiRequest request, HttpServletRequest http, @PathVariable String code, @PathVariable String key) {
        WorkshopCode known = access.code(http, code);
        WorkshopToken token = WorkshopToken.generate();
        boolean used = http.getMethod().equals("GET");
        Optional<WorkshopCaller> caller = WorkshopToken.of(key)
                .flatMap(link -> used ? workshops.exchange(known, link, token) : workshops.holderOfLink(known, link));
        if (caller.isEmpty()) {
            return refused(
                    "", "This link was used already. Ask the facilitator for another one, or join with the code.");
        }
        WorkshopRole role = caller.get().role();
        ApiResponse entered = new ApiResponse(303, Map.of(HttpHeaders.LOCATION, pageOf(known, role)), new byte[0]);
        return used ? entered.with(Map.of(HttpHeaders.SET_COOKIE, WorkshopAccess.cookie(http, known, token))) : entered;
    }

    private static String pageOf(WorkshopCode code, WorkshopRole role) {
        return switch (role) {
            case FACILITATOR -> "/workshops/" + code.text() + "/lobby";
            case PROJECTOR -> "/workshops/" + code.text() + "/projector";
            case GROUP -> "/w/" + code.text();
        };
    }
}

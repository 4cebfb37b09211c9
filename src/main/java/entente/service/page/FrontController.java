package entente.service.page;

import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.archive.ApiResponse;
import entente.service.archive.Archive;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.security.Access;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page: every shipped scenario on one yardstick, and the latest stored assessments; and the operations, to be tried. */
@RequiredArgsConstructor
@Controller
class FrontController {

    private static final int SHOWN = 4;

    private final ShippedVerdicts shipped;
    private final Archive archive;

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.READER,
            description = "The front page, with the verdict of every shipped scenario.",
            problems = ProblemType.EVALUATION_LIMIT)
    @Response(description = "The page.", media = "text/html")
    ApiResponse front(ApiRequest request) {
        FrontPage page = FrontPage.of(request.snapshot().loadedRuleBook(), shipped.of(request), latest());
        return Shell.page("Scenarios", Shell.Section.SCENARIOS, "home", "front", page);
    }

    @GetMapping(path = "/try", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(access = Access.PUBLIC, description = "A page for trying the operations.")
    @Response(description = "The page.", media = "text/html")
    ApiResponse tryPage(ApiRequest request) {
        byte[] page = PageFiles.read("/entente/try/try.html").orElseThrow();
        return new ApiResponse(200, Map.of("Content-Type", "text/html;charset=UTF-8"), page);
    }

    /** Empty if the archive cannot be read: the page shows the rest. */
    private Optional<List<ArchiveRow>> latest() {
        ArchiveFilter newest = new ArchiveFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SHOWN);
        try {
            return Optional.of(archive.list(newest).entries().stream()
                    .flatMap(stored -> archive.find(stored.id()).stream())
                    .map(ArchiveRow::of)
                    .toList());
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }
}

package entente.service.page;

import entente.document.Digest;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.report.wording.VerdictSentences;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.Operation;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.archive.ApiResponse;
import entente.service.archive.Archive;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.page.FrontPage.ArchiveRow;
import entente.service.page.FrontPage.VerdictRow;
import entente.service.page.Shell.ComparePage;
import entente.service.page.Shell.WorkbenchPage;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The front page, with every shipped scenario on one yardstick and the latest stored assessments, and the pages on which a
 * scenario is changed, scenarios are compared and operations are tried. They hold the verdict before their modules load.
 */
@RequiredArgsConstructor
@Controller
class PageController {

    private static final int SHOWN = 4;

    /** Scenarios that are assessed; further ones are counted only. */
    private static final int MOST_SCENARIOS = 100;

    private final Archive archive;
    private volatile Verdicts kept = new Verdicts("", List.of(), 0);

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.READER,
            description = "The front page, with the verdict of every shipped scenario.",
            problems = ProblemType.EVALUATION_LIMIT)
    @Response(description = "The page.", media = "text/html")
    ApiResponse front(ApiRequest request) {
        Verdicts shipped = verdicts(request);
        FrontPage page = new FrontPage(request.snapshot().loadedRuleBook(), shipped.rows(), shipped.others(), latest());
        return Shell.page("Scenarios", Shell.Section.SCENARIOS, "home", "front", page);
    }

    @GetMapping(path = "/try", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(access = Access.PUBLIC, description = "A page for trying the operations.")
    @Response(description = "The page.", media = "text/html")
    ApiResponse tryPage(ApiRequest request) {
        byte[] page = PageFiles.read("/entente/try/try.html").orElseThrow();
        return new ApiResponse(200, Map.of("Content-Type", "text/html;charset=UTF-8"), page);
    }

    @GetMapping(path = "/workbench", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.READER,
            description = "The workbench with the latest shipped scenario.",
            evaluates = Cost.LIGHT)
    @Response(description = "The page.", media = "text/html")
    ApiResponse workbench(ApiRequest request) {
        RuleBookSnapshot snapshot = request.snapshot();
        return workbench(
                request,
                snapshot.book()
                        .catalogue()
                        .subject()
                        .opened(snapshot.scenarioSource().ids())
                        .orElseThrow(ApiRequest::notFound));
    }

    @GetMapping(path = "/workbench/{scenario}", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(access = Access.READER, description = "The workbench with a shipped scenario.", evaluates = Cost.LIGHT)
    @Response(description = "The page.", media = "text/html")
    ApiResponse workbenchOfScenario(ApiRequest request, @PathVariable String scenario) {
        return workbench(request, scenario);
    }

    /** What is compared if the address names nothing. */
    private static String compared(RuleBookSnapshot snapshot) {
        List<String> named = snapshot.book().catalogue().subject().scenarios();
        List<String> existing = snapshot.scenarioSource().ids();
        return (existing.containsAll(named) && !named.isEmpty()
                        ? named.stream()
                        : existing.stream().limit(2))
                .collect(Collectors.joining(","));
    }

    private static ApiResponse workbench(ApiRequest request, String id) {
        ScenarioSource source = request.snapshot().scenarioSource();
        // Looked up in a list and never used as a file name.
        byte[] scenario = Optional.of(id)
                .filter(source.ids()::contains)
                .flatMap(source::find)
                .orElseThrow(
                        () -> ProblemType.NOT_FOUND.problem(
                                "The rule book of this service has no scenario with this name; the link may be of another one."));
        Assessment assessment = request.evaluate(
                () -> request.snapshot().assessor().assess(request.snapshot().read(scenario)));
        WorkbenchPage page = new WorkbenchPage(
                id, assessment.scenario().title(), new VerdictSentences(assessment, LikelihoodScale.ICD203).opening());
        return Shell.page(page.title(), Shell.Section.WORKBENCH, "workbench", "workbench", page);
    }

    @GetMapping(path = "/compare", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.READER,
            description = "Compares scenarios, the first of which is the baseline.",
            query = QueryParameter.SCENARIOS,
            problems = ProblemType.EVALUATION_LIMIT)
    @Response(description = "The page.", media = "text/html")
    ApiResponse comparePage(ApiRequest request) {
        String compared = compared(request.snapshot());
        String ids = request.text(QueryParameter.SCENARIOS).orElse(compared);
        List<VerdictRow> rows = verdicts(request).rows();
        List<VerdictRow> shown = Arrays.stream(ids.split(","))
                .limit(ComparePage.MOST)
                .distinct()
                .flatMap(id -> rows.stream().filter(row -> row.id().equals(id)))
                .toList();
        return Shell.page("Compare", Shell.Section.COMPARE, "compare", "compare", new ComparePage(shown, compared));
    }

    /** Empty if the archive cannot be read: the page shows the rest. */
    private Optional<List<ArchiveRow>> latest() {
        try {
            return Optional.of(archive.list(ArchiveFilter.newest(SHOWN)).entries().stream()
                    .flatMap(stored -> archive.find(stored.id()).stream())
                    .map(ArchiveRow::of)
                    .toList());
        } catch (ProblemException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The verdicts of the shipped scenarios, assessed together when a rule book is first requested and when a scenario file
     * changes. Only the latest set is kept.
     *
     * @param digest of the rule book and the files
     * @param rows in the order of the ids
     * @param others scenarios beyond the maximum, or refused by the active rule book
     */
    private record Verdicts(String digest, List<VerdictRow> rows, int others) {}

    /** @throws ProblemException as {@link ApiRequest#admitAndEvaluate}, unless they are known already */
    private Verdicts verdicts(ApiRequest request) {
        RuleBookSnapshot snapshot = request.snapshot();
        ScenarioSource source = snapshot.scenarioSource();
        List<byte[]> files = source.ids().stream()
                .map(source::find)
                .flatMap(Optional::stream)
                .toList();
        StringBuilder digests = new StringBuilder(snapshot.book().key());
        files.forEach(file -> digests.append(Digest.sha256(file)));
        String digest = Digest.sha256(digests.toString());
        Verdicts known = kept;
        if (known.digest().equals(digest)) {
            return known;
        }
        Verdicts assessed = request.admitAndEvaluate(Cost.HEAVY, () -> assess(snapshot, files, digest));
        kept = assessed;
        return assessed;
    }

    private static Verdicts assess(RuleBookSnapshot snapshot, List<byte[]> files, String digest) {
        List<VerdictRow> rows = new ArrayList<>();
        for (byte[] file : files) {
            if (rows.size() < MOST_SCENARIOS
                    && snapshot.reader().read(file, snapshot.scenarioSource())
                            instanceof ScenarioResult.Accepted accepted) {
                Scenario scenario = accepted.scenario();
                Assessment assessment = snapshot.assessor().assess(scenario);
                rows.add(VerdictRow.of(assessment, snapshot.book().baseRate(scenario.horizonYears())));
            }
        }
        return new Verdicts(digest, List.copyOf(rows), files.size() - rows.size());
    }
}

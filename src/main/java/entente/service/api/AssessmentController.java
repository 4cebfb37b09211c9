package entente.service.api;

import entente.analysis.verification.AssessmentReader;
import entente.model.Band;
import entente.model.LikelihoodScale;
import entente.model.Problem;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import entente.report.json.VerificationJson;
import entente.report.json.VerificationRun;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Weight;
import entente.service.archive.Archive;
import entente.service.archive.ArchiveEntry;
import entente.service.archive.ArchiveFilter;
import entente.service.archive.ArchivePage;
import entente.service.archive.NewAssessment;
import entente.service.archive.StoredResponse;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Assessments: made, kept, listed, fetched and verified. */
@Controller
class AssessmentController {

    static final String PATH = "/api/v1/assessments";

    private static final int DEFAULT_PAGE = 50;

    private final Archive archive;
    private final EvaluationExecutor evaluations;
    private final IdempotencyHandler idempotency;

    AssessmentController(Archive archive, EvaluationExecutor evaluations, IdempotencyHandler once) {
        this.archive = archive;
        this.evaluations = evaluations;
        this.idempotency = once;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "assess",
            description = "The verdict on a scenario with its whole explanation, the same bytes as the command line writes.",
            query = {QueryParameter.KEEP, QueryParameter.SCALE},
            body = "scenario",
            evaluates = true,
            archive = Operation.Archive.WRITES,
            problems = ProblemType.INVALID,
            responses = {
                @Operation.Good(
                        status = 201,
                        description = "Assessed and kept.",
                        schema = "assessment",
                        headers = {
                            Operation.Header.LOCATION,
                            Operation.Header.ETAG,
                            Operation.Header.IDEMPOTENCY_REPLAYED
                        }),
                @Operation.Good(
                        status = 200,
                        description = "Assessed, and not kept because keep is false.",
                        schema = "assessment",
                        headers = {Operation.Header.ETAG, Operation.Header.IDEMPOTENCY_REPLAYED})
            })
    StoredResponse assess(ApiRequest asked) {
        boolean keep = asked.booleanValue(QueryParameter.KEEP, true);
        LikelihoodScale scale =
                asked.enumValue(QueryParameter.SCALE, LikelihoodScale.class).orElse(LikelihoodScale.ICD203);
        return idempotency.execute(asked, () -> {
            byte[] body = asked.body();
            AssessedScenario assessed =
                    evaluations.run(Weight.LIGHT, () -> AssessedScenario.of(asked.edition(), body, scale));
            if (!keep) {
                return () -> Responses.withEtag(Responses.json(200, assessed.json()));
            }
            NewAssessment kept = assessed.toNewAssessment(asked.owner());
            return () -> {
                ArchiveEntry entry = archive.add(kept);
                return Responses.withEtag(StoredResponse.of(
                        entry, Map.of("Content-Type", Responses.JSON, "Location", PATH + "/" + entry.id())));
            };
        });
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "listAssessments",
            description = "Kept assessments, the latest first.",
            query = {
                QueryParameter.SCENARIO,
                QueryParameter.BAND,
                QueryParameter.FROM,
                QueryParameter.TO,
                QueryParameter.RULES,
                QueryParameter.LIMIT,
                QueryParameter.AFTER
            },
            archive = Operation.Archive.READS,
            responses = @Operation.Good(status = 200, description = "A page of them.", schema = "assessments"))
    StoredResponse list(ApiRequest asked) {
        ArchivePage page = archive.list(new ArchiveFilter(
                asked.text(QueryParameter.SCENARIO),
                asked.enumValue(QueryParameter.BAND, Band.class),
                asked.instant(QueryParameter.FROM),
                asked.instant(QueryParameter.TO),
                asked.digest(QueryParameter.RULES),
                asked.text(QueryParameter.AFTER),
                asked.integer(QueryParameter.LIMIT, 1, QueryParameter.MAX_PAGE, DEFAULT_PAGE)));
        return Responses.json(200, ArchivePageJson.write(page));
    }

    @GetMapping(path = PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "getAssessment",
            description = "A kept assessment, byte for byte as it was answered.",
            archive = Operation.Archive.READS,
            problems = ProblemType.NOT_FOUND,
            responses = {
                @Operation.Good(
                        status = 200,
                        description = "The assessment.",
                        schema = "assessment",
                        headers = Operation.Header.ETAG),
                @Operation.Good(
                        status = 304,
                        description = "The one that If-None-Match names.",
                        headers = Operation.Header.ETAG)
            })
    StoredResponse get(ApiRequest asked, @PathVariable String id) {
        return Responses.withEtag(Responses.json(200, find(id).json()));
    }

    @GetMapping(path = PATH + "/{id}/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            id = "verifyAssessment",
            description = "A kept assessment beside the same scenario assessed anew by the engine and the book in force.",
            archive = Operation.Archive.READS,
            evaluates = true,
            problems = ProblemType.NOT_FOUND,
            responses =
                    @Operation.Good(
                            status = 200,
                            description = "Identical, the same verdict, or drifted and where.",
                            schema = "verification"))
    StoredResponse verify(ApiRequest asked, @PathVariable String id) {
        byte[] kept = find(id).json().getBytes(StandardCharsets.UTF_8);
        VerificationJson.Report report = evaluations.run(
                Weight.LIGHT,
                () -> VerificationRun.report(
                        id,
                        AssessmentReader.read(kept).get(0),
                        Provenance.of(asked.edition().book()),
                        (resolved, refused) -> reassess(asked.edition(), resolved, refused)));
        return Responses.json(200, VerificationJson.write(List.of(report)));
    }

    private static Optional<Assessment> reassess(RuleBookSnapshot edition, String resolved, List<Problem> refused) {
        ScenarioResult result = edition.reader().read(resolved.getBytes(StandardCharsets.UTF_8), ScenarioSource.EMPTY);
        if (result instanceof ScenarioResult.Accepted accepted) {
            return Optional.of(edition.assessor().assess(accepted.scenario()));
        }
        refused.addAll(((ScenarioResult.Refused) result).problems());
        return Optional.empty();
    }

    private ArchiveEntry find(String id) {
        return archive.find(ApiRequest.uuid(id)).orElseThrow(ApiRequest::notFound);
    }
}

package entente.service.api;

import static entente.service.api.QueryParameter.*;

import entente.analysis.sensitivity.SensitivityAnalysis;
import entente.analysis.verification.AssessmentReader;
import entente.model.LikelihoodScale;
import entente.model.Problem;
import entente.model.assessment.Assessment;
import entente.model.assessment.Provenance;
import entente.model.assessment.Provenance.RuleBookVersion;
import entente.model.assessment.Verdict;
import entente.report.csv.AssessmentTable;
import entente.report.json.AssessmentJson;
import entente.report.json.VerificationJson;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.scenario.ScenarioResult;
import entente.scenario.ScenarioSource;
import entente.scoring.Assessor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.AssessmentController.AssessedScenario.AssessmentForm;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.Responses.MediaNegotiation;
import entente.service.archive.ApiResponse;
import entente.service.archive.Archive;
import entente.service.archive.Archive.ArchiveEntry;
import entente.service.archive.Archive.ArchiveFilter;
import entente.service.archive.Archive.ArchivePage;
import entente.service.archive.AssessmentFacts;
import entente.service.archive.NewAssessment;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Creates, stores, lists, returns and verifies assessments. */
@RequiredArgsConstructor
@Controller
class AssessmentController {

    static final String PATH = "/api/v1/assessments";

    private final Archive archive;
    private final IdempotencyHandler idempotency;
    private final AssessmentMedia media = AssessmentMedia.STANDARD;

    @PostMapping(
            path = PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX})
    @Operation(
            access = Access.READER,
            description =
                    "Assesses a scenario, and stores it for an analyst; the same bytes as on the command line, in the medium that Accept names.",
            query = {KEEP, SCALE, TABLE},
            body = "scenario",
            evaluates = Cost.LIGHT,
            problems = ProblemType.INVALID)
    @Response(
            status = 201,
            description = "Assessed and stored.",
            schema = "assessment",
            everyMedium = true,
            headers = {Header.LOCATION, Header.ETAG})
    @Response(
            description = "Assessed but not stored, because keep is false.",
            schema = "assessment",
            everyMedium = true)
    ApiResponse assess(ApiRequest request) {
        boolean keep = request.keep();
        if (keep) {
            request.requireStoring();
        }
        LikelihoodScale scale = request.scale();
        AssessmentForm form = AssessmentForm.of(request, media);
        AssessmentMedium medium = form.medium();
        ScenarioBody body = ScenarioBody.of(request);
        Supplier<Supplier<ApiResponse>> work = () -> {
            Assessor assessor = request.snapshot().assessor();
            AssessedScenario assessed = request.evaluate(
                    () -> AssessedScenario.of(assessor.assess(body.scenario(request.snapshot())), scale)
                            .written(keep || medium.equals(AssessmentMedia.JSON)));
            byte[] representation = form.cost() == Cost.LIGHT
                    ? assessed.in(form, assessor)
                    : request.admitAndEvaluate(form.cost(), () -> assessed.in(form, assessor));
            if (!keep) {
                return () -> Responses.representation(200, medium, representation);
            }
            NewAssessment kept = assessed.toNewAssessment(request.owner());
            return () -> {
                UUID id = archive.add(kept);
                ApiResponse made = Responses.withEtag(Responses.representation(201, medium, representation))
                        .with(Map.of("Location", PATH + "/" + id));
                // The JSON is in the archive already.
                return medium.equals(AssessmentMedia.JSON) ? made.withAssessment(Optional.of(id)) : made;
            };
        };
        return idempotency.executeIfKept(request, form.variant() + body.variant(), work);
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.READER,
            description = "Lists stored assessments, newest first.",
            query = {SCENARIO, BAND, FROM, TO, RULES, LIMIT, AFTER},
            archive = Operation.Archive.READS)
    @Response(description = "A page of the list.", schema = "assessments")
    ApiResponse listAssessments(ApiRequest request) {
        ArchivePage page = archive.list(new ArchiveFilter(
                request.text(SCENARIO),
                request.band(BAND),
                request.instant(FROM),
                request.instant(TO),
                request.pattern(RULES, "a digest of 64 hexadecimal digits"),
                request.uuid(AFTER),
                request.limit()));
        return Responses.json(200, ServiceDocuments.ASSESSMENTS.pretty(page));
    }

    @GetMapping(path = PATH + "/{id}")
    @Operation(
            access = Access.READER,
            description =
                    "Returns a stored assessment: as JSON byte for byte; in another medium only if the active rule book and "
                            + "this engine reproduce it.",
            query = TABLE,
            archive = Operation.Archive.READS,
            problems = ProblemType.EVALUATION_LIMIT)
    @Response(description = "The assessment.", schema = "assessment", everyMedium = true, headers = Header.ETAG)
    ApiResponse getAssessment(ApiRequest request, @PathVariable String id) {
        AssessmentForm form = AssessmentForm.of(request, media);
        String json = find(id).json();
        RuleBookSnapshot snapshot = request.snapshot();
        byte[] representation = form.medium().equals(AssessmentMedia.JSON)
                ? json.getBytes(StandardCharsets.UTF_8)
                : request.admitAndEvaluate(
                        form.cost(), () -> reproduce(snapshot, json).in(form, snapshot.assessor()));
        return Responses.withEtag(Responses.representation(200, form.medium(), representation));
    }

    /** What is stored as JSON cannot be converted, so it is assessed again, and must be the same to the byte. */
    private AssessedScenario reproduce(RuleBookSnapshot snapshot, String json) {
        return AssessmentReader.read(json.getBytes(StandardCharsets.UTF_8)).assessment().stream()
                .flatMap(kept -> reassess(snapshot, kept.resolved(), new ArrayList<>())
                        .map(again -> AssessedScenario.of(again, kept.scale()))
                        .stream())
                .filter(again -> again.json().equals(json))
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_ACCEPTABLE.problem(
                        "The active rule book and this engine do not reproduce this assessment, so it is available as it "
                                + "was stored only, as application/json."));
    }

    @GetMapping(path = PATH + "/{id}/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.READER,
            description =
                    "Compares a stored assessment with a new assessment of its scenario by the current engine and rule book.",
            archive = Operation.Archive.READS,
            evaluates = Cost.LIGHT)
    @Response(description = "Identical, the same verdict, or drifted with the differences.", schema = "verification")
    ApiResponse verifyAssessment(ApiRequest request, @PathVariable String id) {
        byte[] kept = find(id).json().getBytes(StandardCharsets.UTF_8);
        VerificationJson.Report report = request.evaluate(() -> VerificationJson.report(
                id,
                AssessmentReader.read(kept),
                Provenance.of(request.snapshot().book()),
                (resolved, refused) -> reassess(request.snapshot(), resolved, refused)));
        return Responses.json(200, VerificationJson.DOCUMENT.pretty(List.of(report)));
    }

    private static Optional<Assessment> reassess(RuleBookSnapshot snapshot, String resolved, List<Problem> refused) {
        ScenarioResult result =
                snapshot.reader().read(resolved.getBytes(StandardCharsets.UTF_8), ScenarioSource.none());
        if (result instanceof ScenarioResult.Accepted accepted) {
            return Optional.of(snapshot.assessor().assess(accepted.scenario()));
        }
        refused.addAll(((ScenarioResult.Refused) result).problems());
        return Optional.empty();
    }

    private ArchiveEntry find(String id) {
        return archive.find(ApiRequest.uuid(id)).orElseThrow(ApiRequest::notFound);
    }

    /**
     * An assessment with its JSON, which is the form that is archived.
     *
     * @param writing of the JSON, once and when it is first asked for: it costs as much as the assessing
     */
    record AssessedScenario(Assessment assessment, LikelihoodScale scale, SingletonSupplier<String> writing) {

        /** @param scenario JSON */
        static AssessedScenario of(RuleBookSnapshot snapshot, byte[] scenario, LikelihoodScale scale) {
            return of(snapshot.assessor().assess(snapshot.read(scenario)), scale);
        }

        static AssessedScenario of(Assessment assessment, LikelihoodScale scale) {
            return new AssessedScenario(
                    assessment,
                    scale,
                    SingletonSupplier.of(() -> AssessmentJson.document(scale).pretty(assessment)));
        }

        String json() {
            return writing.obtain();
        }

        /** The same; its JSON is written now if it is going to be needed. */
        AssessedScenario written(boolean needed) {
            if (needed) {
                json();
            }
            return this;
        }

        /** In this form, as a summary. */
        byte[] in(AssessmentForm form, Assessor assessor) {
            return form.medium().equals(AssessmentMedia.JSON)
                    ? json().getBytes(StandardCharsets.UTF_8)
                    : form.medium().write(assessment, form.options(scale, assessor));
        }

        NewAssessment toNewAssessment(String owner) {
            Verdict verdict = assessment.verdict();
            return new NewAssessment(
                    new AssessmentFacts(
                            assessment.scenario().id(),
                            assessment.scenario().title(),
                            assessment.scenario().sha256(),
                            verdict.likelihood().value(),
                            verdict.likelihood().band(),
                            Optional.of(verdict.interval().low().value()),
                            Optional.of(verdict.interval().high().value()),
                            Optional.of(assessment.confidence().level()),
                            assessment.provenance().engine(),
                            new RuleBookVersion(
                                    assessment.provenance().rules().version(),
                                    assessment.provenance().rules().sha256(),
                                    Optional.empty()),
                            owner),
                    json());
        }

        /**
         * The form in which an assessment is answered.
         *
         * @param medium by the Accept header
         * @param table by the query; empty for the usual content
         */
        record AssessmentForm(AssessmentMedium medium, Optional<AssessmentTable> table) {

            /** @throws ProblemException NOT_ACCEPTABLE, or BAD_PARAMETER for a table that the medium does not write */
            static AssessmentForm of(ApiRequest request, AssessmentMedia media) {
                Optional<AssessmentTable> table = request.enumValue(QueryParameter.TABLE, AssessmentTable.class);
                AssessmentMedium medium = MediaNegotiation.choose(request.headers("Accept"), media);
                if (table.isPresent() && !medium.writesTables()) {
                    String types = media.all().stream()
                            .filter(AssessmentMedium::writesTables)
                            .map(AssessmentMedium::mediaType)
                            .sorted()
                            .collect(Collectors.joining(" or "));
                    throw ProblemType.BAD_PARAMETER.problem("The parameter " + QueryParameter.TABLE.parameterName()
                            + " requires an Accept header with " + types + ", not " + medium.mediaType() + ".");
                }
                return new AssessmentForm(medium, table);
            }

            /** Distinguishes answers to the same request; empty for JSON. */
            String variant() {
                return medium.equals(AssessmentMedia.JSON) ? "" : medium.mediaType();
            }

            Cost cost() {
                return table.equals(Optional.of(AssessmentTable.CHANGES)) ? Cost.HEAVY : Cost.LIGHT;
            }

            AssessmentMedium.Options options(LikelihoodScale scale, Assessor assessor) {
                return AssessmentMedium.Options.summary(
                        scale, table.map(one -> one.of(scale, new SensitivityAnalysis(assessor)::analyze)));
            }
        }
    }
}

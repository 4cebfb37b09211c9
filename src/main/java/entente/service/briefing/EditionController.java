package entente.service.briefing;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.EditionPublisher;
import entente.briefing.EditionPublisher.PublishingOptions;
import entente.briefing.TrackRecords;
import entente.report.json.ResultDocuments;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.EditionListJson;
import entente.service.api.IdempotencyHandler;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.Responses;
import entente.service.api.ScenarioBody;
import entente.service.archive.ApiResponse;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Publishes editions of briefings, and returns them with their track record. */
@RequiredArgsConstructor
@Controller
class EditionController {

    private static final String PATH = "/api/v1/editions";

    private final Editions editions;
    private final IdempotencyHandler idempotency;
    private final InstantSource clock;

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.READER,
            description = "Lists the editions of briefings, by scenario and number.",
            query = {QueryParameter.LIMIT, QueryParameter.AFTER})
    @Response(description = "A page of their statements.", schema = "editions")
    ApiResponse listEditions(ApiRequest request) {
        return Responses.json(
                200,
                editions.with(archive -> EditionListJson.DOCUMENT.pretty(EditionListJson.fetch(request, archive))));
    }

    @GetMapping(PATH + "/{scenario}/{number}")
    @Operation(
            access = Access.READER,
            description = "Returns an edition in one of the media in which it is kept.",
            query = QueryParameter.FORMAT)
    @Response(description = "The briefing.", schema = "briefing")
    @Response(description = "As Markdown,", media = "text/markdown")
    @Response(description = "as a page,", media = "text/html")
    @Response(description = "as PDF,", media = "application/pdf")
    @Response(description = "and as a Word document.", media = BriefingMedium.WORD)
    ApiResponse getEdition(ApiRequest request, @PathVariable String scenario, @PathVariable String number) {
        EditionId id = EditionId.parse(scenario + "/" + number).orElseThrow(ApiRequest::notFound);
        return editions.with(archive -> {
            List<BriefingMedium> kept =
                    archive.find(id).map(edition -> archive.media(edition.id())).orElseThrow(ApiRequest::notFound);
            BriefingMedium medium = BriefingController.medium(request, kept, "This edition");
            return BriefingController.response(
                    medium,
                    id.scenario() + "-" + id.number(),
                    archive.briefing(id, medium).orElseThrow());
        });
    }

    @PostMapping(
            path = PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX, ScenarioBody.CSV},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.ANALYST,
            description = "Publishes a briefing of a scenario as the edition after its last one, in every medium.",
            query = QueryParameter.IF_CHANGED,
            body = "scenario",
            evaluates = Cost.HEAVY,
            problems = {ProblemType.INVALID, ProblemType.CONFLICT})
    @Response(status = 201, description = "The new edition.", schema = "edition", headers = Header.LOCATION)
    @Response(description = "Nothing has changed since this edition.", schema = "edition")
    ApiResponse publishEdition(ApiRequest request) {
        ScenarioBody body = ScenarioBody.of(request);
        PublishingOptions options = PublishingOptions.of(EnumSet.allOf(BriefingMedium.class))
                .withIfChanged(request.booleanValue(QueryParameter.IF_CHANGED).orElse(false))
                // An edition is archived before its response is stored: a repeated request must find it meanwhile.
                .withRequest(idempotency.key(request).map(key -> "key of " + request.owner() + ": " + key));
        return idempotency.execute(request, body.variant(), () -> {
            ApiResponse response = publish(request, body, options);
            return () -> response;
        });
    }

    private ApiResponse publish(ApiRequest request, ScenarioBody body, PublishingOptions options) {
        RuleBookSnapshot snapshot = request.snapshot();
        return request.evaluate(() -> {
            BriefingScenario scenario = body.forBriefing(snapshot);
            return editions.with(archive -> {
                EditionPublisher publisher = new EditionPublisher(archive, snapshot.briefings(), clock);
                // The same key with another scenario is another request.
                PublishingOptions once = options.withRequest(
                        options.request().map(key -> key + ", " + scenario.own().sha256()));
                Optional<Edition> kept = publisher.publish(scenario, once);
                return kept.isPresent()
                        ? Responses.json(201, ResultDocuments.EDITION.pretty(kept.get()))
                                .with(Map.of("Location", PATH + "/" + kept.get().id()))
                        : Responses.json(
                                200,
                                ResultDocuments.EDITION.pretty(
                                        archive.last(scenario.own().id()).orElseThrow()));
            });
        });
    }

    @GetMapping(path = "/api/v1/track-record", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(access = Access.READER, description = "Scores the statements of editions that are resolved.")
    @Response(description = "The track record of all editions.", schema = "track-record")
    ApiResponse getTrackRecord(ApiRequest request) {
        return Responses.json(
                200,
                editions.with(
                        archive -> ResultDocuments.TRACK_RECORD.pretty(new TrackRecords(archive, clock).record())));
    }
}

package entente.service.briefing;

import entente.analysis.track.Edition;
import entente.analysis.track.EditionId;
import entente.briefing.BriefingMedium;
import entente.briefing.BriefingScenario;
import entente.briefing.Briefings.Request;
import entente.briefing.EditionArchive;
import entente.briefing.EditionException;
import entente.briefing.EditionPublisher;
import entente.briefing.EditionPublisher.PublishingOptions;
import entente.briefing.TrackRecords;
import entente.document.Suggestion;
import entente.document.Text;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.model.Subject;
import entente.report.briefing.Briefing;
import entente.report.json.ResultDocuments;
import entente.scenario.ScenarioResult;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.api.ApiRequest;
import entente.service.api.EditionListJson;
import entente.service.api.IdempotencyHandler;
import entente.service.api.Operation;
import entente.service.api.Operation.Header;
import entente.service.api.Operation.Response;
import entente.service.api.QueryParameter;
import entente.service.api.Responses;
import entente.service.api.Responses.MediaNegotiation;
import entente.service.api.ScenarioBody;
import entente.service.archive.ApiResponse;
import entente.service.archive.StoredScenario;
import entente.service.archive.StoredScenarios;
import entente.service.page.Shell;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import entente.service.rulebook.RuleBookSnapshot;
import entente.service.security.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.apache.commons.io.function.IOFunction;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Writes briefings of scenarios that the service has, and of one that is sent; publishes editions, and returns them. The page
 * has a form that writes a briefing, and the editions.
 */
@RequiredArgsConstructor
@Controller
public class BriefingController {

    /** The first is the default. */
    private static final List<BriefingMedium> MEDIA = List.of(
            BriefingMedium.JSON, BriefingMedium.HTML, BriefingMedium.PDF, BriefingMedium.DOCX, BriefingMedium.MD);

    private static final String EDITIONS = "/api/v1/editions";

    /** Scenarios that the form offers. */
    private static final int OFFERED = 200;

    private static final Comparator<Scenario> LATEST = Comparator.comparing(
                    (Scenario scenario) -> scenario.asOf().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(Scenario::title);

    private final StoredScenarios stored;
    private final EditionArchive archive;
    private final IdempotencyHandler idempotency;
    private final InstantSource clock;

    @GetMapping("/api/v1/briefings")
    @Operation(
            access = Access.READER,
            description = "Writes a briefing of a scenario that the service has; it is not stored.",
            query = {QueryParameter.SCENARIO, QueryParameter.FORMAT, QueryParameter.SCALE},
            archive = Operation.Archive.READS,
            evaluates = Cost.HEAVY)
    @Response(
            description = "The briefing: JSON, Markdown, a page, PDF or a Word document.",
            schema = "briefing",
            media = {Responses.JSON, "text/markdown", "text/html", "application/pdf", BriefingMedium.WORD})
    ApiResponse briefScenario(ApiRequest request) {
        BriefingMedium medium = medium(request, EnumSet.allOf(BriefingMedium.class), "A briefing");
        LikelihoodScale scale = request.scale();
        AvailableScenarios available = new AvailableScenarios(request.snapshot(), stored);
        byte[] scenario = available.get(request.text(QueryParameter.SCENARIO)
                .orElseThrow(() ->
                        ProblemType.BAD_PARAMETER.problem("The parameter scenario names the scenario of a briefing.")));
        return request.evaluate(() -> {
            Briefing briefing = request.snapshot().briefings().write(Request.first(available.read(scenario), scale));
            return response(medium, briefing.fileName(), medium.render(briefing));
        });
    }

    @PostMapping(
            path = "/api/v1/briefings",
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX})
    @Operation(
            access = Access.READER,
            description = "Writes a briefing of a scenario in the medium that Accept names; it is not stored.",
            query = {QueryParameter.FORMAT, QueryParameter.SCALE},
            body = "scenario",
            idempotencyKey = false,
            evaluates = Cost.HEAVY,
            problems = ProblemType.INVALID)
    @Response(
            description = "The briefing: JSON, Markdown, a page, PDF or a Word document.",
            schema = "briefing",
            media = {Responses.JSON, "text/markdown", "text/html", "application/pdf", BriefingMedium.WORD})
    ApiResponse writeBriefing(ApiRequest request) {
        BriefingMedium medium = medium(request, EnumSet.allOf(BriefingMedium.class), "A briefing");
        LikelihoodScale scale = request.scale();
        ScenarioBody body = ScenarioBody.of(request);
        RuleBookSnapshot snapshot = request.snapshot();
        byte[] document = request.evaluate(
                () -> medium.render(snapshot.briefings().write(Request.first(body.forBriefing(snapshot), scale))));
        return response(medium, "briefing", document);
    }

    /**
     * The medium that the request asks for: by the parameter {@code format}, which links and forms can set, or else by Accept.
     *
     * @param available in which there is the document
     * @param what is available in these media, such as "A briefing"
     * @throws entente.service.problem.ProblemException NOT_ACCEPTABLE if it is not available in what is asked for
     */
    static BriefingMedium medium(ApiRequest request, Collection<BriefingMedium> available, String what) {
        List<String> accepted = request.enumValue(QueryParameter.FORMAT)
                .map(name -> MEDIA.stream()
                        .filter(medium -> medium.ending().equals(name))
                        .map(BriefingMedium::mediaType)
                        .collect(Collectors.toList()))
                .orElseGet(() -> request.headers("Accept"));
        return MediaNegotiation.choose(
                accepted, MEDIA.stream().filter(available::contains).toList(), BriefingMedium::mediaType, what);
    }

    /** @param name of the file if it is saved, without its ending: letters, digits, hyphens and underscores */
    static ApiResponse response(BriefingMedium medium, String name, byte[] document) {
        return Responses.document(medium.mediaType(), document)
                .with(Map.of("Content-Disposition", "inline; filename=\"" + name + "." + medium.ending() + "\""));
    }

    @GetMapping(path = EDITIONS, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            access = Access.READER,
            description = "Lists the editions of briefings, by scenario and number.",
            query = {QueryParameter.LIMIT, QueryParameter.AFTER})
    @Response(description = "A page of their statements.", schema = "editions")
    ApiResponse listEditions(ApiRequest request) {
        return Responses.json(
                200, inArchive(archive -> EditionListJson.DOCUMENT.pretty(EditionListJson.fetch(request, archive))));
    }

    @GetMapping(EDITIONS + "/{scenario}/{number}")
    @Operation(
            access = Access.READER,
            description = "Returns an edition in one of the media in which it is kept.",
            query = QueryParameter.FORMAT)
    @Response(
            description = "The briefing: JSON, Markdown, a page, PDF or a Word document.",
            schema = "briefing",
            media = {Responses.JSON, "text/markdown", "text/html", "application/pdf", BriefingMedium.WORD})
    ApiResponse getEdition(ApiRequest request, @PathVariable String scenario, @PathVariable String number) {
        EditionId id = EditionId.parse(scenario + "/" + number).orElseThrow(ApiRequest::notFound);
        return inArchive(archive -> {
            List<BriefingMedium> kept =
                    archive.find(id).map(edition -> archive.media(edition.id())).orElseThrow(ApiRequest::notFound);
            BriefingMedium medium = medium(request, kept, "This edition");
            return response(
                    medium,
                    id.scenario() + "-" + id.number(),
                    archive.briefing(id, medium).orElseThrow());
        });
    }

    @PostMapping(
            path = EDITIONS,
            consumes = {MediaType.APPLICATION_JSON_VALUE, ScenarioBody.XLSX},
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
            return inArchive(archive -> {
                EditionPublisher publisher = new EditionPublisher(archive, snapshot.briefings(), clock);
                // The same key with another scenario is another request.
                PublishingOptions once = options.withRequest(
                        options.request().map(key -> key + ", " + scenario.own().sha256()));
                Optional<Edition> kept = publisher.publish(scenario, once);
                return kept.isPresent()
                        ? Responses.json(201, ResultDocuments.EDITION.pretty(kept.get()))
                                .with(Map.of(
                                        "Location", EDITIONS + "/" + kept.get().id()))
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
                inArchive(archive -> ResultDocuments.TRACK_RECORD.pretty(new TrackRecords(archive, clock).record())));
    }

    /** The result; a refusal is a conflict, a fault of the folder an internal error that the log describes. */
    private <T> T inArchive(IOFunction<EditionArchive, T> operation) {
        try {
            return operation.apply(archive);
        } catch (EditionException refused) {
            throw ProblemType.CONFLICT.problem(refused.getMessage());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The shipped and stored scenarios, of which briefings are chosen. */
    private record AvailableScenarios(RuleBookSnapshot snapshot, StoredScenarios stored) {

        SortedSet<String> ids() {
            SortedSet<String> ids = new TreeSet<>(snapshot.scenarioSource().ids());
            ids.addAll(stored.ids());
            return ids;
        }

        Optional<byte[]> find(String id) {
            return snapshot.scenarioSource().listed(id).or(() -> stored.find(id).map(StoredScenario::bytes));
        }

        /** @throws ProblemException BAD_PARAMETER if there is no such scenario */
        byte[] get(String id) {
            return find(id).orElseThrow(() ->
                    refused("There is no scenario \"" + Text.excerpt(id) + "\"." + Suggestion.sentence(id, ids())));
        }

        /** Empty if the active rule book refuses it. */
        Optional<Scenario> accepted(byte[] scenario) {
            return snapshot.reader().read(scenario, snapshot.scenarioSource())
                            instanceof ScenarioResult.Accepted accepted
                    ? Optional.of(accepted.scenario())
                    : Optional.empty();
        }

        /** @throws ProblemException BAD_PARAMETER if the active rule book refuses it */
        BriefingScenario read(byte[] scenario) {
            return snapshot.briefings()
                    .read(
                            reader -> reader.read(scenario, snapshot.scenarioSource()),
                            Function.<BriefingScenario>identity(),
                            invalid -> {
                                throw refused("The active rule book refuses this scenario; "
                                        + "GET /api/v1/scenarios says which are valid.");
                            });
        }

        private static ProblemException refused(String what) {
            return ProblemType.BAD_PARAMETER.problem(what);
        }
    }

    @GetMapping(path = "/briefings", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            access = Access.READER,
            description = "A form for briefings, and the latest editions.",
            archive = Operation.Archive.READS,
            evaluates = Cost.LIGHT)
    @Response(description = "The page.", media = "text/html")
    ApiResponse briefingsPage(ApiRequest request) {
        Subject subject = request.snapshot().book().catalogue().subject();
        List<BriefingFormPage.Choice> choices = choices(request);
        BriefingFormPage page = inArchive(archive -> BriefingFormPage.of(subject, choices, archive));
        return Shell.page("Briefings", Shell.Section.BRIEFINGS, "", "briefings", page);
    }

    private List<BriefingFormPage.Choice> choices(ApiRequest request) {
        AvailableScenarios available = new AvailableScenarios(request.snapshot(), stored);
        List<byte[]> scenarios = available.ids().stream()
                .limit(OFFERED)
                .flatMap(id -> available.find(id).stream())
                .toList();
        return request.evaluate(() -> scenarios.stream()
                .map(available::accepted)
                .flatMap(Optional::stream)
                .sorted(LATEST)
                .map(BriefingFormPage.Choice::of)
                .toList());
    }

    /**
     * What the page of briefings shows.
     *
     * @param subject the two powers of the rule book
     * @param scenarios that briefings are chosen of
     * @param editions the latest ones, newest first
     * @param earlier whether there are earlier ones
     */
    public record BriefingFormPage(Subject subject, List<Choice> scenarios, List<Row> editions, boolean earlier) {

        /** Editions that the page lists. */
        private static final int SHOWN = 50;

        private static final List<BriefingMedium> FORMATS = List.of(
                BriefingMedium.HTML, BriefingMedium.PDF, BriefingMedium.DOCX, BriefingMedium.MD, BriefingMedium.JSON);

        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

        /** @param date of the scenario; empty without one */
        public record Choice(String id, String title, String date) {

            static Choice of(Scenario scenario) {
                return new Choice(
                        scenario.id(),
                        scenario.title(),
                        scenario.asOf().map(DAY::format).orElse(""));
            }
        }

        /** @param media in which it is kept */
        public record Row(Edition edition, List<BriefingMedium> media) {}

        /** A day in UTC. */
        public static String day(Instant moment) {
            return DAY.format(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        }

        /** The scenario that is chosen at first. */
        public String first() {
            return subject.opened(scenarios.stream().map(Choice::id).toList()).orElseThrow();
        }

        /** The formats of the form, the first of which is chosen. */
        public List<BriefingMedium> formats() {
            return FORMATS;
        }

        /** A format as people call it. */
        public static String name(BriefingMedium medium) {
            return switch (medium) {
                case HTML -> "Page";
                case PDF -> "PDF";
                case DOCX -> "Word";
                case MD -> "Markdown";
                case JSON -> "JSON";
            };
        }

        private static BriefingFormPage of(Subject subject, List<Choice> scenarios, EditionArchive archive)
                throws IOException {
            List<Edition> newest = new ArrayList<>(archive.editions());
            newest.sort(Comparator.comparing(Edition::issued).reversed().thenComparing(Edition::id));
            return new BriefingFormPage(
                    subject,
                    scenarios,
                    newest.stream()
                            .limit(SHOWN)
                            .map(edition -> new Row(
                                    edition,
                                    FORMATS.stream()
                                            .filter(archive.media(edition.id())::contains)
                                            .toList()))
                            .toList(),
                    newest.size() > SHOWN);
        }
    }
}

package entente.service.api;

import entente.briefing.BriefingMedium;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.service.api.Contract.DocumentedOperation;
import entente.service.briefing.Deliveries;
import entente.testkit.Answer;
import entente.testkit.HttpSample;
import entente.testkit.HttpWire;
import entente.testkit.Invocation;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** At least one valid request of every operation, and its expected status. */
final class ValidRequests {

    /** A request with its expected status. */
    record Good(HttpSample sample, int status) {}

    private static final String API = "/api/v1";

    static final byte[] SCENARIO = Shipped.bytes(Invocation.BASELINE);

    /** The same in one line. */
    static final String LINE = text(SCENARIO).replace("\n", " ");

    /** Due on 29 February, so that no run disturbs the tests. */
    private static final byte[] SCHEDULE = bytes("{\"name\": \"Leap\", \"scenario\": \"baseline-2018\", "
            + "\"cron\": \"0 6 29 2 *\", \"timeZone\": \"Europe/Warsaw\", \"formats\": [\"pdf\"], \"targets\": [], "
            + "\"ifChanged\": true}");

    private final RunningService service;
    private final ValidWorkshopRequests workshops;
    private final Map<String, List<Good>> all = new LinkedHashMap<>();

    ValidRequests(RunningService service) {
        this.service = service;
        addAssessments();
        addBriefings();
        addAnalyses();
        addScenarios();
        cached("listIndicators", get(API + "/indicators"));
        cached("listRules", get(API + "/rules"));
        cached(
                "getRule",
                get(API + "/rules/" + Shipped.BOOK.book().rules().get(0).id()));
        cached("getSchema", get(API + "/schemas/scenario"));
        cached("openapi", get(API + "/openapi.json"));
        put("front", 200, page("/"));
        put("workbench", 200, page("/workbench"));
        put("workbenchOfScenario", 200, page("/workbench/taiwan-war"));
        put("comparePage", 200, page("/compare?scenarios=baseline-2018,taiwan-war"));
        put("briefingsPage", 200, page("/briefings"));
        put("tryPage", 200, page("/try"));
        put("schedulesPage", 200, page("/schedules"));
        put("listProblems", 200, get("/problems"), page("/problems"));
        put("getProblem", 200, get("/problems/bug"), page("/problems/bug"));
        addSchedules();
        this.workshops = new ValidWorkshopRequests(this, service);
        workshops.add();
    }

    private void addAssessments() {
        HttpSample assess = post("/assessments", SCENARIO);
        String stored = header(assess, "location");
        cached("getAssessment", get(stored));
        for (AssessmentMedium medium : AssessmentMedia.STANDARD.all()) {
            HttpSample accepting = assess.header("Accept", medium.mediaType());
            put("assess", 201, accepting);
            put("assess", 200, accepting.query("keep=false&scale=phia"));
            put("getAssessment", 200, get(stored).header("Accept", medium.mediaType()));
        }
        put("assess", 200, assess.header("Accept", "text/csv").query("keep=false&table=changes"));
        put(
                "getAssessment",
                200,
                get(stored).header("Accept", "application/x-ndjson").query("table=ledger"));
        put(
                "assess",
                201,
                assess.body(send(post("/sheets", SCENARIO).header("Accept", ScenarioBody.XLSX))
                                .body())
                        .header("Content-Type", ScenarioBody.XLSX));
        put(
                "listAssessments",
                200,
                get(API + "/assessments?limit=1&band=very_unlikely&scenario=baseline-2018"
                        + "&from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z"));
        put("verifyAssessment", 200, get(stored + "/verify"));
        HttpSample batch = batch(LINE + "\n{}\noops\n[1, 2]");
        put("assessBatch", 200, batch, batch.query("keep=false&results=full"));
        put("assessBatch", 202, batch.header("Prefer", "respond-async"));
        put("getJob", 200, get(header(batch.header("Prefer", "respond-async"), "location")));
        put("validate", 200, post("/validations", SCENARIO));
        HttpSample sheet = post("/sheets", SCENARIO);
        put("writeSheet", 200, sheet.header("Accept", ScenarioBody.XLSX), sheet.header("Accept", "application/json"));
    }

    private void addBriefings() {
        HttpSample briefing = post("/briefings", SCENARIO);
        HttpSample stored = get(API + "/briefings?scenario=baseline-2018");
        put(
                "briefScenario",
                200,
                stored,
                stored.query("format=md&scale=phia"),
                stored.header("Accept", "text/html"),
                stored.query("format=pdf"),
                stored.query("format=docx"));
        HttpSample edition = post("/editions", SCENARIO);
        send(edition);
        HttpSample kept = get(API + "/editions/baseline-2018/1");
        put("writeBriefing", 200, briefing, briefing.query("scale=phia"));
        put("getEdition", 200, kept);
        for (String medium : List.of("text/markdown", "text/html", "application/pdf", BriefingMedium.WORD)) {
            put("writeBriefing", 200, briefing.header("Accept", medium));
            put("getEdition", 200, kept.header("Accept", medium));
        }
        put("publishEdition", 200, edition.query("ifChanged=true"));
        put("publishEdition", 201, edition);
        put("listEditions", 200, get(API + "/editions?limit=1&after=a/1"));
        put("getTrackRecord", 200, get(API + "/track-record"));
    }

    private void addAnalyses() {
        String scenario = "\"scenario\": " + text(SCENARIO);
        String pair = text(SCENARIO) + ", %s" + text(Shipped.bytes(Shipped.SCENARIOS.resolve("status-quo-2025.json")));
        put(
                "compare",
                200,
                post("/comparisons", bytes("{\"before\": " + pair.replace("%s", "\"after\": ") + "}")),
                post("/comparisons", bytes("{\"scenarios\": [" + pair.replace("%s", "") + "]}")));
        put(
                "flip",
                200,
                post("/flips", bytes("{" + scenario + ", \"up\": true, \"maxSize\": 1, \"lock\": [\"us_reaction\"]}")));
        put(
                "sensitivity",
                200,
                post("/sensitivities", SCENARIO),
                post("/sensitivities", bytes("{" + scenario + ", \"all\": true}")));
        HttpSample explore = post("/explorations", SCENARIO);
        put("explore", 200, explore, post("/explorations", bytes("{" + scenario + ", \"unratedAny\": true}")));
        put("explore", 202, explore.header("Prefer", "respond-async"));
    }

    private void addScenarios() {
        put("listScenarios", 200, get(API + "/scenarios?limit=3&after=crimea-2014"));
        cached("getScenario", get(API + "/scenarios/taiwan-war"));
        HttpSample put = newScenario();
        put("putScenario", 201, put.header("If-None-Match", "*"));
        put("putScenario", 200, put.header("If-Match", Responses.etag(put.body())));
        HttpSample deleted = newScenario();
        send(deleted.header("If-None-Match", "*"));
        put("deleteScenario", 204, delete(deleted.path()));
    }

    private static HttpSample newScenario() {
        String id = "contract-" + UUID.randomUUID().toString().substring(0, 8);
        byte[] named = bytes(text(SCENARIO).replace("\"id\": \"baseline-2018\"", "\"id\": \"" + id + "\""));
        return HttpSample.of("PUT", API + "/scenarios/" + id).body(named);
    }

    private void addSchedules() {
        HttpSample creation = post("/schedules", SCHEDULE);
        String kept = header(creation, "location");
        put("listSchedules", 200, get(API + "/schedules"));
        put("createSchedule", 201, creation);
        put(
                "putSchedule",
                200,
                HttpSample.of("PUT", kept).header("If-Match", "*").body(SCHEDULE));
        cached("getSchedule", get(kept));
        put("deleteSchedule", 204, delete(header(creation, "location")));
        put("runSchedule", 202, HttpSample.of("POST", kept + "/runs"));
        put("listDeliveries", 200, get(API + "/deliveries"));
        Deliveries deliveries = service.bean(Deliveries.class);
        deliveries.order("contract/1", "mailto:anna@example.org", UUID.randomUUID());
        // Unless the service was faster, which sends no mail here.
        deliveries.take().ifPresent(claimed -> deliveries.fail(claimed, "On purpose.", true));
        String failed = API + "/deliveries/" + deliveries.latest(1).get(0).id();
        put("retryDelivery", 202, HttpSample.of("POST", failed + "/retries"));
    }

    /** Adds valid requests of an operation with this status. */
    void put(String operation, int status, HttpSample... samples) {
        for (HttpSample sample : samples) {
            all.computeIfAbsent(operation, none -> new ArrayList<>()).add(new Good(sample, status));
        }
    }

    /** The request without and with the ETag of its answer. */
    private void cached(String operation, HttpSample sample) {
        put(operation, 200, sample);
        put(operation, 304, sample.header("If-None-Match", header(sample, "etag")));
    }

    ValidWorkshopRequests workshops() {
        return workshops;
    }

    Map<String, List<Good>> all() {
        return all;
    }

    /** A request that is still valid after all valid requests were sent. */
    HttpSample baseRequest(DocumentedOperation operation) {
        return switch (operation.id()) {
            case "cancelJob" -> HttpSample.of("DELETE", first("getJob").path());
            case "deleteSchedule" -> delete(first("putSchedule").path());
            case "deleteScenario" -> delete(first("putScenario").path());
            default -> first(operation.id());
        };
    }

    private HttpSample first(String operation) {
        return Objects.requireNonNull(all.get(operation), () -> operation + " has no valid request in ValidRequests")
                .get(0)
                .sample();
    }

    Answer send(HttpSample sample) {
        return HttpWire.send(service.port(), sample.head("127.0.0.1:" + service.port()), sample.body());
    }

    /** Submits a batch that is long enough to be cancelled. */
    String submittedJob() {
        return header(batch((LINE + "\n").repeat(200)).header("Prefer", "respond-async"), "location");
    }

    private String header(HttpSample sample, String name) {
        Answer answer = send(sample);
        return Objects.requireNonNull(
                answer.headers().get(name),
                () -> sample.path() + " answers " + answer.status() + " without " + name + ": " + answer.text());
    }

    static HttpSample get(String path) {
        return HttpSample.of("GET", path);
    }

    static HttpSample page(String path) {
        return get(path).header("Accept", "text/html");
    }

    private static HttpSample delete(String path) {
        return HttpSample.of("DELETE", path).header("If-Match", "*");
    }

    static HttpSample post(String path, byte[] body) {
        return HttpSample.of("POST", API + path).body(body);
    }

    private static HttpSample batch(String lines) {
        return HttpSample.of("POST", API + "/assessments:batch")
                .header("Content-Type", "application/x-ndjson")
                .body(bytes(lines));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

package entente.service.api;

import entente.briefing.BriefingMedium;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
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

    private final RunningService service;
    private final ValidWorkshopRequests workshops;
    private final Map<String, List<Good>> all = new LinkedHashMap<>();

    ValidRequests(RunningService service) {
        this.service = service;
        String stored = location(post("/assessments", SCENARIO));
        HttpSample assess = post("/assessments", SCENARIO);
        List<Good> assessed = new ArrayList<>();
        List<Good> read = new ArrayList<>(cached(get(stored)));
        for (AssessmentMedium medium : AssessmentMedia.STANDARD.all()) {
            HttpSample accepting = assess.header("Accept", medium.mediaType());
            assessed.add(good(accepting, 201));
            assessed.add(good(accepting.query("keep=false&scale=phia"), 200));
            read.add(good(get(stored).header("Accept", medium.mediaType()), 200));
        }
        HttpSample table = assess.header("Accept", "text/csv").query("keep=false&table=changes");
        assessed.add(good(table, 200));
        read.add(good(get(stored).header("Accept", "application/x-ndjson").query("table=ledger"), 200));
        HttpSample sheet = assess.body(bytes("#id,sheet\n#title,A sheet\n#extends,baseline-2018\nid,value\n"))
                .header("Content-Type", ScenarioBody.CSV);
        assessed.add(good(sheet, 201));
        all.put("assess", assessed);
        all.put(
                "listAssessments",
                List.of(good(
                        get(API + "/assessments?limit=1&band=very_unlikely&scenario=baseline-2018"
                                + "&from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z"),
                        200)));
        all.put("getAssessment", read);
        all.put("verifyAssessment", List.of(good(get(stored + "/verify"), 200)));
        HttpSample batch = batch(LINE + "\n{}\noops\n[1, 2]");
        all.put(
                "assessBatch",
                List.of(
                        good(batch, 200),
                        good(batch.query("keep=false&results=full"), 200),
                        good(batch.header("Prefer", "respond-async"), 202)));
        all.put("validate", List.of(good(post("/validations", SCENARIO), 200)));
        HttpSample briefing = post("/briefings", SCENARIO);
        all.put(
                "writeBriefing",
                List.of(
                        good(briefing, 200),
                        good(briefing.query("scale=phia").header("Accept", "text/markdown"), 200),
                        good(briefing.header("Accept", "text/html"), 200),
                        good(briefing.header("Accept", "application/pdf"), 200),
                        good(briefing.header("Accept", BriefingMedium.WORD), 200)));
        HttpSample written = get(API + "/briefings?scenarios=baseline-2018");
        all.put(
                "briefScenarios",
                List.of(
                        good(written, 200),
                        good(written.query("scenarios=taiwan-war&long=true"), 200),
                        good(written.query("format=md&scale=phia"), 200),
                        good(written.header("Accept", "text/html"), 200),
                        good(written.query("format=pdf"), 200),
                        good(written.query("format=docx"), 200)));
        HttpSample asSheet = post("/sheets", SCENARIO);
        all.put(
                "writeSheet",
                List.of(
                        good(asSheet.header("Accept", ScenarioBody.XLSX), 200),
                        good(asSheet.header("Accept", "application/json"), 200)));
        HttpSample edition = post("/editions", SCENARIO);
        send(edition);
        all.put("publishEdition", List.of(good(edition.query("ifChanged=true"), 200), good(edition, 201)));
        all.put("listEditions", List.of(good(get(API + "/editions?limit=1&after=a/1"), 200)));
        HttpSample kept = get(API + "/editions/baseline-2018/1");
        all.put(
                "getEdition",
                List.of(
                        good(kept, 200),
                        good(kept.header("Accept", "text/markdown"), 200),
                        good(kept.header("Accept", "text/html"), 200),
                        good(kept.header("Accept", "application/pdf"), 200),
                        good(kept.header("Accept", BriefingMedium.WORD), 200)));
        all.put("getTrackRecord", List.of(good(get(API + "/track-record"), 200)));
        String other = text(Shipped.bytes(Shipped.SCENARIOS.resolve("status-quo-2025.json")));
        all.put(
                "compare",
                List.of(
                        good(
                                post(
                                        "/comparisons",
                                        bytes("{\"before\": " + text(SCENARIO) + ", \"after\": " + other + "}")),
                                200),
                        good(
                                post("/comparisons", bytes("{\"scenarios\": [" + text(SCENARIO) + ", " + other + "]}")),
                                200)));
        all.put(
                "flip",
                List.of(good(
                        post(
                                "/flips",
                                bytes("{\"scenario\": " + text(SCENARIO)
                                        + ", \"up\": true, \"maxSize\": 1, \"lock\": [\"us_reaction\"]}")),
                        200)));
        all.put(
                "sensitivity",
                List.of(
                        good(post("/sensitivities", SCENARIO), 200),
                        good(
                                post("/sensitivities", bytes("{\"scenario\": " + text(SCENARIO) + ", \"all\": true}")),
                                200)));
        all.put(
                "explore",
                List.of(
                        good(post("/explorations", SCENARIO), 200),
                        good(post("/explorations", SCENARIO).header("Prefer", "respond-async"), 202),
                        good(
                                post(
                                        "/explorations",
                                        bytes("{\"scenario\": " + text(SCENARIO) + ", \"unratedAny\": true}")),
                                200)));
        all.put("listScenarios", List.of(good(get(API + "/scenarios?limit=3&after=crimea-2014"), 200)));
        all.put("getScenario", cached(get(API + "/scenarios/taiwan-war")));
        String id = "contract-" + UUID.randomUUID().toString().substring(0, 8);
        byte[] own = named(id);
        HttpSample put = new HttpSample("PUT", API + "/scenarios/" + id, Map.of(), new byte[0]).body(own);
        all.put(
                "putScenario",
                List.of(
                        good(put.header("If-None-Match", "*"), 201),
                        good(put.header("If-Match", Responses.etag(own)), 200)));
        String deleted = "contract-" + UUID.randomUUID().toString().substring(0, 8);
        send(new HttpSample("PUT", API + "/scenarios/" + deleted, Map.of("If-None-Match", "*"), new byte[0])
                .body(named(deleted)));
        all.put(
                "deleteScenario",
                List.of(good(
                        HttpSample.of("DELETE", API + "/scenarios/" + deleted).header("If-Match", "*"), 204)));
        all.put("listIndicators", cached(get(API + "/indicators")));
        all.put("listRules", cached(get(API + "/rules")));
        all.put(
                "getRule",
                cached(get(API + "/rules/" + Shipped.BOOK.book().rules().get(0).id())));
        all.put("getSchema", cached(get(API + "/schemas/scenario")));
        all.put("openapi", cached(get(API + "/openapi.json")));
        HttpSample async = batch.header("Prefer", "respond-async");
        all.put("getJob", List.of(good(get(location(async)), 200)));
        all.put("cancelJob", List.of());
        all.put("front", List.of(good(page("/"), 200)));
        all.put("workbench", List.of(good(page("/workbench"), 200)));
        all.put("workbenchOfScenario", List.of(good(page("/workbench/taiwan-war"), 200)));
        all.put("comparePage", List.of(good(page("/compare?scenarios=baseline-2018,taiwan-war"), 200)));
        all.put("briefingsPage", List.of(good(page("/briefings"), 200)));
        all.put("tryPage", List.of(good(page("/try"), 200)));
        all.put("listProblems", List.of(good(get("/problems"), 200), good(page("/problems"), 200)));
        this.workshops = new ValidWorkshopRequests(this);
        workshops.addTo(all);
        ValidScheduleRequests.addTo(all, this, service);
        all.put("getProblem", List.of(good(get("/problems/bug"), 200), good(page("/problems/bug"), 200)));
    }

    ValidWorkshopRequests workshops() {
        return workshops;
    }

    Map<String, List<Good>> all() {
        return all;
    }

    /** A request that is still valid after all valid requests were sent. */
    HttpSample baseRequest(Contract.DocumentedOperation operation) {
        return switch (operation.id()) {
            case "cancelJob" ->
                HttpSample.of("DELETE", all.get("getJob").get(0).sample().path());
            case "deleteSchedule" ->
                HttpSample.of("DELETE", all.get("putSchedule").get(0).sample().path())
                        .header("If-Match", "*");
            case "deleteScenario" ->
                HttpSample.of("DELETE", all.get("putScenario").get(0).sample().path())
                        .header("If-Match", "*");
            default ->
                Objects.requireNonNull(all.get(operation.id()), "ValidRequests has none for " + operation.id())
                        .get(0)
                        .sample();
        };
    }

    HttpWire.Answer send(HttpSample sample) {
        return HttpWire.send(service.port(), sample.head("127.0.0.1:" + service.port()), sample.body());
    }

    /** Submits a batch that is long enough to be cancelled. */
    String submittedJob() {
        return location(batch((LINE + "\n").repeat(200)).header("Prefer", "respond-async"));
    }

    private static Good good(HttpSample sample, int status) {
        return new Good(sample, status);
    }

    /** The request without and with the ETag of its answer. */
    private List<Good> cached(HttpSample sample) {
        String etag = header(sample, "etag");
        return List.of(good(sample, 200), good(sample.header("If-None-Match", etag), 304));
    }

    private String location(HttpSample sample) {
        return header(sample, "location");
    }

    private String header(HttpSample sample, String name) {
        HttpWire.Answer answer = send(sample);
        String value = answer.headers().get(name);
        if (value == null) {
            throw new AssertionError(
                    sample.path() + " answers " + answer.status() + " without " + name + ": " + answer.text());
        }
        return value;
    }

    static HttpSample get(String path) {
        return HttpSample.of("GET", path);
    }

    private static HttpSample page(String path) {
        return HttpSample.of("GET", path).header("Accept", "text/html");
    }

    static HttpSample post(String path, byte[] body) {
        return HttpSample.of("POST", API + path).body(body);
    }

    private static HttpSample batch(String lines) {
        return HttpSample.of("POST", API + "/assessments:batch")
                .header("Content-Type", "application/x-ndjson")
                .body(bytes(lines));
    }

    static byte[] named(String id) {
        return bytes(text(SCENARIO).replace("\"id\": \"baseline-2018\"", "\"id\": \"" + id + "\""));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

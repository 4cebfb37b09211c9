package entente.service.api;

import entente.service.briefing.Deliveries;
import entente.testkit.HttpSample;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Valid requests for schedules and deliveries. */
final class ValidScheduleRequests {

    /** Due on 29 February, so that no run disturbs the tests. */
    private static final byte[] DEFINITION =
            ValidRequests.bytes("{\"name\": \"Leap\", \"scenario\": \"baseline-2018\", "
                    + "\"cron\": \"0 6 29 2 *\", \"timeZone\": \"Europe/Warsaw\", \"formats\": [\"pdf\"], \"targets\": [], "
                    + "\"ifChanged\": true}");

    private ValidScheduleRequests() {}

    static void addTo(Map<String, List<ValidRequests.Good>> all, ValidRequests good, RunningService service) {
        HttpSample creation = ValidRequests.post("/schedules", DEFINITION);
        String kept = create(good, creation);
        String deleted = create(good, creation);
        String etag = good.send(ValidRequests.get(kept)).headers().get("etag");
        all.put("listSchedules", List.of(ok(ValidRequests.get("/api/v1/schedules"), 200)));
        all.put("createSchedule", List.of(ok(creation, 201)));
        HttpSample put = new HttpSample("PUT", kept, Map.of(), new byte[0]).body(DEFINITION);
        all.put("putSchedule", List.of(ok(put.header("If-Match", "*"), 200)));
        all.put(
                "getSchedule",
                List.of(
                        ok(ValidRequests.get(kept), 200),
                        ok(ValidRequests.get(kept).header("If-None-Match", etag), 304)));
        all.put("deleteSchedule", List.of(ok(HttpSample.of("DELETE", deleted).header("If-Match", "*"), 204)));
        all.put("runSchedule", List.of(ok(HttpSample.of("POST", kept + "/runs"), 202)));
        HttpSample page = ValidRequests.get("/schedules").header("Accept", "text/html");
        all.put("schedulesPage", List.of(ok(page, 200)));
        all.put("listDeliveries", List.of(ok(ValidRequests.get("/api/v1/deliveries"), 200)));
        all.put("retryDelivery", List.of(ok(HttpSample.of("POST", retry(service.bean(Deliveries.class))), 202)));
    }

    /** The address for retrying a failed delivery. */
    private static String retry(Deliveries deliveries) {
        deliveries.order("contract/1", "mailto:anna@example.org", UUID.randomUUID());
        // Unless the service was faster, which sends no mail here.
        deliveries.take().ifPresent(claimed -> deliveries.failed(claimed, "On purpose.", true));
        return "/api/v1/deliveries/" + deliveries.latest(1).get(0).id() + "/retries";
    }

    private static String create(ValidRequests good, HttpSample creation) {
        HttpWire.Answer created = good.send(creation);
        if (created.status() != 201) {
            throw new AssertionError(created.text());
        }
        return created.headers().get("location");
    }

    private static ValidRequests.Good ok(HttpSample sample, int status) {
        return new ValidRequests.Good(sample, status);
    }
}

package entente.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.RunningService;
import entente.testkit.Shipped;
import entente.service.admission.Admission;
import entente.service.admission.EvaluationExecutor.Cost;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who comes when as much is in hand as can be. */
@Timeout(120)
class AdmissionOverHttpIT {

    private static final RunningService SERVICE = RunningService.start(Map.of(
            "entente.limits.max-concurrency",
            "1",
            "entente.limits.queue-capacity",
            "5",
            "entente.limits.heavy-queue-capacity",
            "4"));
    private static final int LIGHT = 1 + 5;
    private static final int HEAVY = 1 + 4;
    private static final byte[] SCENARIO = Shipped.bytes(Shipped.SCENARIOS.resolve("baseline-2018.json"));
    private static final byte[] QUESTION = ("{\"to\": \"UNLIKELY\", \"scenario\": "
                    + new String(SCENARIO, StandardCharsets.UTF_8) + "}")
            .getBytes(StandardCharsets.UTF_8);

    @AfterAll
    static void end() {
        SERVICE.close();
    }

    private static HttpResponse<byte[]> assess() {
        return SERVICE.post("/api/v1/assessments?keep=false", SCENARIO);
    }

    private static HttpResponse<byte[]> flip() {
        return SERVICE.post("/api/v1/flips", QUESTION);
    }

    private static void assertRejected(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"/problems/overloaded\"");
        assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[1-5]");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("X-Rules-Digest")).isPresent();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        // Tomcat closes the connection after a 503.
        assertThat(answer.headers().firstValue("Connection")).contains("close");
    }

    /** An answer is heard a moment before the one who gave it is through with it. */
    private static void awaitIdle() throws InterruptedException {
        Admission admission = SERVICE.bean(Admission.class);
        while (admission.inProgress(Cost.LIGHT) + admission.inProgress(Cost.HEAVY) > 0) {
            Thread.sleep(5);
        }
    }

    /** Takes all the room there is. */
    private static int fill(Cost cost) {
        int count = 0;
        while (SERVICE.bean(Admission.class).tryAcquire(cost)) {
            count++;
        }
        return count;
    }

    private static void give(int count, Cost cost) {
        for (int one = 0; one < count; one++) {
            SERVICE.bean(Admission.class).release(cost);
        }
    }

    @Test
    void requestsBeyondTheCapacityAreRejected() throws Exception {
        long before = SERVICE.bean(Admission.class).rejected();
        awaitIdle();
        int light = fill(Cost.LIGHT);
        try {
            assertRejected(assess());
            assertRejected(SERVICE.post("/api/v1/validations", SCENARIO));
            assertThat(flip().statusCode())
                    .as("the heavy have room of their own")
                    .isEqualTo(200);
            assertThat(SERVICE.get("/api/v1/indicators").statusCode()).isEqualTo(200);
            while (SERVICE.bean(Admission.class).inProgress(Cost.HEAVY) > 0) {
                Thread.sleep(5);
            }
            int heavy = fill(Cost.HEAVY);
            try {
                assertRejected(flip());
            } finally {
                give(heavy, Cost.HEAVY);
            }
            assertThat(SERVICE.bean(Admission.class).rejected()).isEqualTo(before + 3);
        } finally {
            give(light, Cost.LIGHT);
        }
        assertThat(assess().statusCode()).isEqualTo(200);
        assertThat(flip().statusCode()).isEqualTo(200);
    }

    @Test
    void capacityIsReleasedAfterEveryResponse() throws Exception {
        for (int time = 0; time < 2 * LIGHT; time++) {
            assertThat(SERVICE.post("/api/v1/assessments", new byte[] {'{'}).statusCode())
                    .isEqualTo(400);
            assertThat(SERVICE.post("/api/v1/flips", "{}".getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(SERVICE.post("/api/v1/assessments?nothing=1", SCENARIO).statusCode())
                    .isEqualTo(400);
        }
        awaitIdle();
    }

    @Test
    void slowSendersUseNoCapacity() throws Exception {
        String head = "POST /api/v1/flips HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 1000\r\n\r\n{";
        List<Socket> slow = new ArrayList<>();
        try {
            for (int one = 0; one < HEAVY; one++) {
                slow.add(slow(head));
            }
            while (takenUp() < HEAVY) {
                Thread.sleep(5);
            }
            // More than one, for the slow ones are asked for their bodies a moment after they are taken up.
            for (int one = 0; one < 20; one++) {
                assertThat(flip().statusCode()).isEqualTo(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static int takenUp() {
        return SERVICE.bean(MeterRegistry.class).find("http.server.requests.active").longTaskTimers().stream()
                .mapToInt(LongTaskTimer::activeTasks)
                .sum();
    }

    /** Several may see the same room as they come in; whoever has sent everything first has it. */
    @Test
    void requestsWithoutCapacityAfterTheirBodyAreRejected() throws Exception {
        awaitIdle();
        try (Socket socket = slow("POST /api/v1/flips HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: " + QUESTION.length
                + "\r\n\r\n")) {
            socket.setSoTimeout(100_000);
            byte[] leave = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
            assertThat(new String(leave, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
            int heavy = fill(Cost.HEAVY);
            try {
                socket.getOutputStream().write(QUESTION);
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).contains("HTTP/1.1 503", "Retry-After: ", "\"/problems/overloaded\"");
                assertThat(SERVICE.bean(Admission.class).inProgress(Cost.HEAVY)).isEqualTo(heavy);
            } finally {
                give(heavy, Cost.HEAVY);
            }
        }
        awaitIdle();
    }

    private static Socket slow(String head) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVICE.port());
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return socket;
    }

    /** A batch has bounds of its own, and each of its scenarios a place. */
    @Test
    void everyEvaluatingOperationPassesTheAdmissionValve() {
        Set<String> evaluating = new TreeSet<>();
        SERVICE.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((place, method) -> {
                    Operation call = method.getMethodAnnotation(Operation.class);
                    if (call != null
                            && call.evaluates()
                            && place.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                        evaluating.addAll(place.getPatternValues());
                    }
                });
        evaluating.remove("/api/v1" + BatchController.PATH);
        assertThat(AdmissionValve.EVALUATING.keySet()).containsExactlyInAnyOrderElementsOf(evaluating);
    }
}

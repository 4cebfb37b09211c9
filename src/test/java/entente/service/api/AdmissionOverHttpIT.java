package entente.service.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.Caller;
import entente.service.admission.EvaluationExecutor;
import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemException;
import entente.testkit.Answer;
import entente.testkit.Await;
import entente.testkit.Occupied;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests to a service at full capacity. */
@Timeout(120)
class AdmissionOverHttpIT {

    @RegisterExtension
    static final RunningService SERVICE = RunningService.start(Map.of(
            "entente.limits.max-concurrency", "1",
            "entente.limits.queue-capacity", "5",
            "entente.limits.heavy-queue-capacity", "4"));

    private static final int LIGHT = 1 + 5;
    private static final int HEAVY = 1 + 4;
    private static final byte[] SCENARIO = Shipped.bytes(Shipped.SCENARIOS.resolve("baseline-2018.json"));
    private static final byte[] QUESTION = ("{\"to\": \"UNLIKELY\", \"scenario\": "
                    + new String(SCENARIO, StandardCharsets.UTF_8) + "}")
            .getBytes(StandardCharsets.UTF_8);

    private static Answer assess() {
        return SERVICE.post("/api/v1/assessments?keep=false", SCENARIO);
    }

    private static Answer flip() {
        return SERVICE.post("/api/v1/flips", QUESTION);
    }

    private static void assertRejected(Answer answer) {
        answer.expect(503);
        assertThat(answer.text()).contains("\"/problems/overloaded\"");
        assertThat(answer.one("Retry-After")).matches("[1-5]");
        assertThat(answer.one("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.all("X-Rules-Digest")).isNotEmpty();
        assertThat(answer.one("X-Content-Type-Options")).isEqualTo("nosniff");
        // Tomcat closes the connection after a 503.
        assertThat(answer.one("Connection")).isEqualTo("close");
    }

    /** A permit is released shortly after the answer is sent. */
    private static void awaitIdle() throws Exception {
        EvaluationExecutor admission = SERVICE.bean(EvaluationExecutor.class);
        Await.holds("idle", () -> admission.admitted(Cost.LIGHT) + admission.admitted(Cost.HEAVY) == 0);
    }

    @Test
    void requestsBeyondTheCapacityAreRejected() throws Exception {
        long before = SERVICE.bean(EvaluationExecutor.class).rejected();
        try (Occupied light = new Occupied(SERVICE, Cost.LIGHT)) {
            assertThat(light.admitted()).isEqualTo(LIGHT);
            assertRejected(assess());
            assertRejected(SERVICE.post("/api/v1/validations", SCENARIO));
            SERVICE.get("/api/v1/scenarios").expect(503);
            flip().expect(200, "heavy evaluations have separate capacity");
            SERVICE.get("/api/v1/indicators").expect(200);
            try (Occupied heavy = new Occupied(SERVICE, Cost.HEAVY)) {
                assertThat(heavy.admitted()).isGreaterThanOrEqualTo(HEAVY);
                assertRejected(flip());
            }
            assertThat(SERVICE.bean(EvaluationExecutor.class).rejected()).isEqualTo(before + 4);
        }
        assess().expect(200);
        flip().expect(200);
        SERVICE.get("/api/v1/scenarios").expect(200);
    }

    @Test
    void capacityIsReleasedAfterEveryResponse() throws Exception {
        for (int i = 0; i < 2 * LIGHT; i++) {
            SERVICE.post("/api/v1/assessments", "{").expect(400);
            SERVICE.post("/api/v1/flips", "{}").expect(422);
            SERVICE.post("/api/v1/assessments?nothing=1", SCENARIO).expect(400);
        }
        awaitIdle();
    }

    @Test
    void slowSendersUseNoCapacity() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < HEAVY; i++) {
                Socket socket = open(1000);
                slow.add(socket);
                socket.getOutputStream().write('{');
            }
            Await.holds("active", () -> activeRequests() >= HEAVY);
            // More than one, because the bodies of the slow requests are read shortly after the requests begin.
            for (int i = 0; i < 20; i++) {
                flip().expect(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static int activeRequests() {
        return SERVICE.bean(MeterRegistry.class).find("http.server.requests.active").longTaskTimers().stream()
                .mapToInt(LongTaskTimer::activeTasks)
                .sum();
    }

    /** Several requests may see free capacity before their bodies are complete; the first complete one gets it. */
    @Test
    void requestsWithoutCapacityAfterTheirBodyAreRejected() throws Exception {
        try (Socket socket = open(QUESTION.length, "Expect: 100-continue\r\n", "Connection: close\r\n")) {
            byte[] interim = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
            assertThat(new String(interim, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100");
            try (Occupied heavy = new Occupied(SERVICE, Cost.HEAVY)) {
                socket.getOutputStream().write(QUESTION);
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).contains("HTTP/1.1 503", "Retry-After: ", "\"/problems/overloaded\"");
                assertThat(SERVICE.bean(EvaluationExecutor.class).admitted(Cost.HEAVY))
                        .isEqualTo(heavy.admitted());
            }
        }
        awaitIdle();
    }

    /** The client is not told to send its body, which would be received for nothing. */
    @Test
    void requestsWithoutCapacityAreRejectedBeforeTheirBody() throws Exception {
        try (Occupied heavy = new Occupied(SERVICE, Cost.HEAVY);
                Socket socket = open(QUESTION.length, "Expect: 100-continue\r\n")) {
            assertThat(heavy.admitted()).isPositive();
            byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 503".length());
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 503");
        }
    }

    /** A connection with the head of a question, whose body has this length. */
    private static Socket open(InetAddress from, int length, String... headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVICE.port(), from, 0);
        socket.setSoTimeout(100_000);
        String head = "POST /api/v1/flips HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n" + String.join("", headers) + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static Socket open(int length, String... headers) throws IOException {
        return open(InetAddress.getLoopbackAddress(), length, headers);
    }

    /** The threads are busy, so that the evaluation would wait until its time is over. */
    @Test
    void evaluationOfAClientThatHasGoneIsNotRun() throws Exception {
        EvaluationExecutor evaluations = SERVICE.bean(EvaluationExecutor.class);
        CountDownLatch held = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            new Thread(() -> evaluations.run(Cost.HEAVY, Caller.SERVICE, () -> held.await(100, SECONDS))).start();
        }
        Await.holds("busy", () -> evaluations.running() == 2 && evaluations.waiting(Cost.HEAVY) == 0);
        long rejected = evaluations.rejected();
        try (Socket socket = open(QUESTION.length)) {
            socket.getOutputStream().write(QUESTION);
            Await.holds("waiting", () -> evaluations.waiting(Cost.HEAVY) == 1);
        }
        Await.holds("withdrawn", () -> evaluations.waiting(Cost.HEAVY) == 0);
        assertThat(evaluations.rejected()).as("not by its timeout").isEqualTo(rejected);
        held.countDown();
        Await.holds("the threads are free", () -> evaluations.running() == 0);
        awaitIdle();
    }

    /** Callers without an account are told apart by their addresses. */
    @Test
    void eachAddressHasAShareOfItsOwn() throws Exception {
        awaitIdle();
        whileItsShareIsUsed("127.0.0.1", () -> {
            assertThat(flip().text()).contains("Your share of the service is in use");
            try (Socket other = open(InetAddress.getByName("127.0.0.2"), QUESTION.length, "Connection: close\r\n")) {
                other.getOutputStream().write(QUESTION);
                assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 200");
            }
            return null;
        });
        // The name under which the archive keeps what callers without an account store.
        whileItsShareIsUsed("local", () -> flip().expect(200));
    }

    private static void whileItsShareIsUsed(String name, Callable<?> then) throws Exception {
        EvaluationExecutor evaluations = SERVICE.bean(EvaluationExecutor.class);
        Caller caller = new Caller(name, false, () -> false);
        int count = 0;
        try {
            while (true) {
                evaluations.admit(Cost.HEAVY, caller);
                count++;
            }
        } catch (ProblemException used) {
            assertThat(used.detail()).startsWith("Your share of the service is in use");
        }
        try {
            then.call();
        } finally {
            for (int i = 0; i < count; i++) {
                evaluations.release(Cost.HEAVY, caller);
            }
        }
    }
}

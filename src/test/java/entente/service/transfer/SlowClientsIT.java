package entente.service.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Answer;
import entente.testkit.Await;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many clients that send or read slowly hold nothing that others need, and are timed out. */
@Timeout(120)
@Tag("thorough")
class SlowClientsIT {

    /** More than Tomcat has threads by default. */
    private static final int CLIENTS = 240;

    /** Slow clients are timed out soon, and not by the connector. */
    @RegisterExtension
    static final RunningService SERVICE = RunningService.start(
            Map.of("server.tomcat.connection-timeout", "300s", "entente.limits.transfer-timeout", "2s"));

    /** Slow clients stay longer than a test. */
    @RegisterExtension
    static final RunningService PATIENT = RunningService.start(
            Map.of("server.tomcat.connection-timeout", "300s", "entente.limits.transfer-timeout", "300s"));

    private static final byte[] SCENARIO = Shipped.bytes(Shipped.SCENARIOS.resolve("baseline-2018.json"));
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String LENGTH = "Content-Length: 1000\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void closeSockets() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    private Socket client(String request) throws IOException {
        return client(SERVICE, request);
    }

    private Socket client(RunningService service, String request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port()));
        socket.setSoTimeout(20_000);
        slow.add(socket);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String head(String line, String headers) {
        return line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    private void clients(int count, String request) throws IOException {
        for (int i = 0; i < count; i++) {
            client(PATIENT, request);
        }
    }

    private static void assertOthersAreServed(RunningService service) {
        service.get("/actuator/health/liveness").expect(200);
        service.post("/api/v1/assessments?keep=false", SCENARIO).expect(200);
    }

    @Test
    void slowSendersHoldNothing() throws IOException {
        clients(CLIENTS, "GET /api/v1/rules HTTP/1.1\r\nHost:");
        clients(CLIENTS, head("POST /api/v1/assessments", JSON + LENGTH) + "{");
        clients(CLIENTS, head("POST /api/v1/schedules", JSON + CHUNKED) + "1\r\n{\r\n");
        assertOthersAreServed(PATIENT);
    }

    /** The service does not wait for the body of a refused request either. */
    @Test
    void refusedSendersHoldNothing() throws IOException {
        int each = CLIENTS / 4;
        clients(each, head("POST /nothing/here", JSON + LENGTH) + "{");
        clients(each, head("TRACE /", LENGTH) + "{");
        clients(each, head("GET /api/v1/rules", LENGTH) + "{");
        clients(each, head("POST /api/v1/assessments", "Content-Type: text/plain\r\n" + CHUNKED) + "1\r\n{\r\n");
        clients(each, head("POST /api/v1/assessments", JSON + "Content-Length: 900000000\r\n") + "{");
        clients(each, head("POST /api/v1/assessments", JSON + CHUNKED + "Content-Encoding: gzip\r\n") + "1\r\n{\r\n");
        clients(each, head("POST /api/v1/assessments", JSON + LENGTH + "Sec-Fetch-Site: cross-site\r\n") + "{");
        clients(
                each,
                head("POST /api/v1/assessments", "Content-Type: application/x-www-form-urlencoded\r\n" + CHUNKED)
                        + "1\r\n{\r\n");
        assertOthersAreServed(PATIENT);
    }

    @Test
    void slowReadersHoldNothing() throws IOException {
        clients(CLIENTS, head("GET /api/v1/rules", "").repeat(60));
        assertOthersAreServed(PATIENT);
    }

    /** The bodies of slow senders give way when there is no memory for another one. */
    @Test
    void slowBodiesHoldNoMemoryThatOthersNeed() throws Exception {
        String most = " ".repeat(500_000);
        String unfinished = head("POST /api/v1/assessments", JSON + "Content-Length: 520000\r\n") + most;
        long limit = Math.max(Runtime.getRuntime().maxMemory() / 16, 1 << 19);
        TransferBuffers.Budget bodies = PATIENT.bean(TransferBuffers.class).bodies();
        for (long sent = 0; sent < limit; sent += most.length()) {
            client(PATIENT, unfinished);
        }
        // Several may have given way to the last ones.
        for (int waited = 1; bodies.used() <= limit - most.length(); waited++) {
            if (waited % 200 == 0) {
                client(PATIENT, unfinished);
            }
            Thread.sleep(10);
        }
        byte[] another = (new String(SCENARIO, StandardCharsets.UTF_8) + most).getBytes(StandardCharsets.UTF_8);
        int status = 503;
        // Those that have just begun do not give way yet.
        while (status == 503) {
            status = PATIENT.post("/api/v1/assessments?keep=false", another).status();
        }
        assertThat(status).isEqualTo(200);
        assertThat(bodies.used()).isPositive();
    }

    @Test
    void slowBodyGets408() throws Exception {
        Socket socket = client(head("POST /api/v1/assessments", JSON + LENGTH) + "{");
        long began = System.nanoTime();
        InputStream in = socket.getInputStream();
        while (in.available() == 0 && System.nanoTime() - began < 15_000_000_000L) {
            socket.getOutputStream().write(' ');
            Thread.sleep(100);
        }
        Answer answer = HttpWire.answer(in.readNBytes(in.available())).expect(408);
        assertThat(answer.text()).contains("\"/problems/too-slow\"", "2 seconds");
        assertThat(answer.headers()).containsKey("x-rules-digest").containsEntry("connection", "close");
        assertOthersAreServed(SERVICE);
    }

    /** The client reads less than it requested, because the connection is closed. */
    @Test
    void connectionWithAnUnreadAnswerIsClosed() throws Exception {
        Socket socket = client(head("GET /api/v1/rules", "").repeat(200));
        Await.holds(
                "answered", () -> SERVICE.bean(TransferBuffers.class).answers().used() > 0);
        // Between two responses, there is none for a moment.
        for (int idle = 0; idle < 100; idle++) {
            Thread.sleep(10);
            idle = SERVICE.bean(TransferBuffers.class).answers().used() > 0 ? 0 : idle;
        }
        long requested = 200L * SERVICE.get("/api/v1/rules").body().length;
        long read = 0;
        try {
            byte[] chunk = new byte[1 << 16];
            InputStream in = socket.getInputStream();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                read += count;
            }
        } catch (SocketException reset) {
            // The connection is closed as well.
        }
        assertThat(read).isLessThan(requested);
    }

    /** A sender that stops without closing the connection. */
    @Test
    void stalledBodyGets408() throws Exception {
        Socket socket = client(head("POST /api/v1/assessments", JSON + LENGTH) + "{");
        Answer answer = HttpWire.answer(socket.getInputStream().readAllBytes()).expect(408);
        assertThat(answer.text()).contains("\"/problems/too-slow\"", "2 seconds");
    }

    /** The rest of its body is not waited for. */
    @Test
    void connectionOfASenderThatTheContainerRefusesIsClosed() throws Exception {
        Socket socket = client(head("TRACE /", LENGTH) + "{");
        HttpWire.answer(socket.getInputStream().readAllBytes()).expect(405);
    }
}

package entente.service.transfer;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many clients that send or read slowly hold no threads: the service answers others and times the slow ones out. */
@Timeout(60)
@Tag("thorough")
class SlowClientsIT {

    private static final int THREADS = 16;
    private static final int CLIENTS = 4 * THREADS;
    private static final RunningService SERVICE = RunningService.start(Map.of(
            "server.tomcat.threads.max", String.valueOf(THREADS),
            "server.tomcat.connection-timeout", "30s",
            "entente.limits.transfer-timeout", "2s"));
    private static final byte[] SCENARIO = Shipped.bytes(Shipped.SCENARIOS.resolve("baseline-2018.json"));
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String LENGTH = "Content-Length: 1000\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    private final List<Socket> slow = new ArrayList<>();

    @AfterAll
    static void end() {
        SERVICE.close();
    }

    @AfterEach
    void closeSockets() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    private Socket client(String request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), SERVICE.port()));
        socket.setSoTimeout(20_000);
        slow.add(socket);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String head(String line, String headers) {
        return line + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    private void clients(String request) throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            client(request);
        }
    }

    private void assertOthersAreServed() {
        assertThat(SERVICE.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assess();
    }

    /**
     * With few threads the service may refuse requests of a burst; refused requests are repeated until the timeout of
     * the test.
     */
    private static void assess() {
        int status = 503;
        while (status == 503) {
            status = SERVICE.post("/api/v1/assessments?keep=false", SCENARIO).statusCode();
        }
        assertThat(status).isEqualTo(200);
    }

    @Test
    @Timeout(8)
    void slowSendersHoldNoThreads() throws IOException {
        clients(head("POST /api/v1/assessments", JSON + LENGTH) + "{");
        clients(head("POST /api/v1/assessments", JSON + CHUNKED) + "1\r\n{\r\n");
        assertOthersAreServed();
    }

    /** The service does not wait for the body of a refused request either. */
    @Test
    @Timeout(8)
    void refusedSendersHoldNoThreads() throws IOException {
        clients(head("POST /nothing/here", JSON + LENGTH) + "{");
        clients(head("TRACE /", LENGTH) + "{");
        clients(head("GET /api/v1/rules", LENGTH) + "{");
        clients(head("POST /api/v1/assessments", "Content-Type: text/plain\r\n" + CHUNKED) + "1\r\n{\r\n");
        clients(head("POST /api/v1/assessments", JSON + "Content-Length: 900000000\r\n") + "{");
        clients(head("POST /api/v1/assessments", JSON + CHUNKED + "Content-Encoding: gzip\r\n") + "1\r\n{\r\n");
        clients(head("POST /api/v1/assessments", JSON + LENGTH + "Sec-Fetch-Site: cross-site\r\n") + "{");
        clients(head("POST /api/v1/assessments", "Content-Type: application/x-www-form-urlencoded\r\n" + CHUNKED)
                + "1\r\n{\r\n");
        assertOthersAreServed();
    }

    @Test
    @Timeout(12)
    void slowReadersHoldNoThreads() throws IOException {
        clients(head("GET /api/v1/rules", "").repeat(60));
        assertOthersAreServed();
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
        HttpWire.Answer answer = HttpWire.answer(in.readNBytes(in.available()));
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.text()).contains("\"/problems/too-slow\"", "2 seconds");
        assertThat(answer.headers()).containsKey("x-rules-digest").containsEntry("connection", "close");
        assertOthersAreServed();
    }

    /** The client reads less than it requested, because the connection is closed. */
    @Test
    void connectionWithAnUnreadAnswerIsClosed() throws Exception {
        Socket socket = client(head("GET /api/v1/rules", "").repeat(200));
        while (SERVICE.bean(TransferBuffers.class).answers().used() == 0) {
            Thread.sleep(10);
        }
        while (SERVICE.bean(TransferBuffers.class).answers().used() > 0) {
            Thread.sleep(10);
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

    /** A body in several parts is answered like a body in one part. */
    @Test
    void bodyInSeveralPartsIsReceived() throws Exception {
        assess();
        Socket socket = client(head(
                "POST /api/v1/assessments?keep=false",
                JSON + "Connection: close\r\nContent-Length: " + SCENARIO.length + "\r\n"));
        int half = SCENARIO.length / 2;
        socket.getOutputStream().write(SCENARIO, 0, half);
        Thread.sleep(50);
        socket.getOutputStream().write(SCENARIO, half, SCENARIO.length - half);
        assertThat(HttpWire.answer(socket.getInputStream().readAllBytes()).status())
                .isEqualTo(200);
        while (SERVICE.bean(TransferBuffers.class).bodies().used() > 0) {
            Thread.sleep(10);
        }
    }
}

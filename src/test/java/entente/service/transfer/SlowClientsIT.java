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

/** Many clients who send or read slowly hold no threads: the service answers others, and gives the slow ones up. */
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
    void hangUp() throws IOException {
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
        for (int one = 0; one < CLIENTS; one++) {
            client(request);
        }
    }

    private void othersAreServed() {
        assertThat(SERVICE.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assess();
    }

    /**
     * With so few threads a burst is refused now and then; what is refused is asked again, until the test is out of
     * time.
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
        othersAreServed();
    }

    /** The body of a request that is refused is not awaited either. */
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
        othersAreServed();
    }

    @Test
    @Timeout(12)
    void slowReadersHoldNoThreads() throws IOException {
        clients(head("GET /api/v1/rules", "").repeat(60));
        othersAreServed();
    }

    @Test
    void aBodyThatTricklesIsAnsweredWith408() throws Exception {
        Socket socket = client(head("POST /api/v1/assessments", JSON + LENGTH) + "{");
        long began = System.nanoTime();
        InputStream in = socket.getInputStream();
        while (in.available() == 0 && System.nanoTime() - began < 15_000_000_000L) {
            socket.getOutputStream().write(' ');
            Thread.sleep(100);
        }
        HttpWire.Answer heard = HttpWire.answer(in.readNBytes(in.available()));
        assertThat(heard.status()).isEqualTo(408);
        assertThat(heard.text()).contains("\"/problems/too-slow\"", "2 seconds");
        assertThat(heard.headers()).containsKey("x-rules-digest").containsEntry("connection", "close");
        othersAreServed();
    }

    /** What is read in the end is far less than what was asked for: the connection was closed. */
    @Test
    void anAnswerThatIsNotReadIsGivenUp() throws Exception {
        Socket socket = client(head("GET /api/v1/rules", "").repeat(200));
        while (SERVICE.bean(TransferBuffers.class).answers().used() == 0) {
            Thread.sleep(10);
        }
        while (SERVICE.bean(TransferBuffers.class).answers().used() > 0) {
            Thread.sleep(10);
        }
        long whole = 200L * SERVICE.get("/api/v1/rules").body().length;
        long read = 0;
        try {
            byte[] chunk = new byte[1 << 16];
            InputStream in = socket.getInputStream();
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                read += count;
            }
        } catch (SocketException reset) {
            // Closed, too.
        }
        assertThat(read).isLessThan(whole);
    }

    /** A body arrives in pieces, and is answered like one that arrives at once. */
    @Test
    void aBodyInPiecesIsReceived() throws Exception {
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

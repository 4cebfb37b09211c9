package entente.service.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.transfer.TransferBuffers.TransferLimits;
import entente.testkit.Answer;
import entente.testkit.Await;
import entente.testkit.HttpWire;
import entente.testkit.RunningService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Size limits, encodings and completeness of request bodies. */
@Timeout(120)
class RequestBodyIT {

    private static final RunningService SERVICE = RunningService.shared();
    private static final int LIMIT = 1 << 19;

    private static Answer post(String headers, byte[] body) {
        return post("application/json", headers, body);
    }

    private static Answer post(String type, String headers, byte[] body) {
        return HttpWire.send(
                SERVICE.port(),
                "POST /api/v1/validations HTTP/1.1\nHost: localhost\nContent-Type: " + type + "\nConnection: close\n"
                        + headers,
                body);
    }

    private static void assertTooLarge(Answer answer) {
        answer.expect(413);
        assertThat(answer.text()).contains("\"/problems/too-large\"", "The body has more than " + LIMIT + " bytes.");
    }

    @Test
    void bodyOverTheSizeLimitGets413() throws Exception {
        byte[] most = " ".repeat(LIMIT).getBytes(StandardCharsets.UTF_8);
        post("Content-Length: " + LIMIT + "\n", most).expect(200);
        Await.holds(
                "released", () -> SERVICE.bean(TransferBuffers.class).bodies().used() == 0);
        byte[] more = new byte[LIMIT + 1];
        assertTooLarge(post("Content-Length: " + more.length + "\n", more));
    }

    /** The body is read to its end, so that a reset of the connection does not lose the answer. */
    @Test
    void largeBodyIsReadToItsEndBeforeThe413() {
        byte[] body = new byte[8 * LIMIT];
        assertTooLarge(post("Content-Length: " + body.length + "\n", body));
    }

    @Test
    void chunkedBodyOverTheSizeLimitGets413() {
        byte[] piece = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int i = 0; i <= LIMIT / 0x10000; i++) {
            chunks.writeBytes(piece);
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertTooLarge(post("Transfer-Encoding: chunked\n", chunks.toByteArray()));
    }

    /** The declared length is enough: the client does not send the body. */
    @Test
    void expectContinueIsRefusedBeforeTheBody() throws IOException {
        try (Socket socket = HttpWire.open(
                SERVICE.port(),
                "POST /api/v1/validations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Expect: 100-continue\r\nConnection: close\r\nContent-Length: 900000000\r\n\r\n")) {
            assertThat(status(socket)).isEqualTo(413);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "415, application/json, 'Content-Encoding: gzip'",
        "200, application/json, 'Content-Encoding: identity'",
        "415, application/json;charset=utf-16, 'X: x'",
        "415, application/json; charset=ISO-8859-1, 'X: x'",
        "200, application/json;charset=UTF-8, 'X: x'"
    })
    void compressedOrNonUtf8BodyGets415(int status, String type, String header) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        post(type, header + "\nContent-Length: 2\n", body).expect(status);
    }

    /** A body is received only where an operation takes one: this page has the path of a batch, but takes none. */
    @Test
    void bodyThatNoOperationTakesIsNotReceived() throws IOException {
        for (String line :
                List.of("GET /page/assessments:batch", "POST /page/assessments:batch", "GET /api/v1/rules")) {
            try (Socket socket = unfinished(line, "Content-Length: 60000000\r\n")) {
                assertThat(status(socket)).as(line).isIn(200, 404, 405);
                assertThat(SERVICE.bean(TransferBuffers.class).files().used()).isZero();
                assertThat(SERVICE.bean(TransferBuffers.class).bodies().used()).isZero();
            }
        }
    }

    @Test
    void bodyOfABatchIsReceivedIntoAFileWithinItsOwnLimit() throws Exception {
        TransferBuffers.Budget files = SERVICE.bean(TransferBuffers.class).files();
        try (Socket batch = unfinished("POST /api/v1/assessments:batch", "Content-Length: 60000000\r\n")) {
            assertThat(batch.isConnected()).isTrue();
            Await.holds("in a file", () -> files.used() > 0);
        }
        Await.holds("released", () -> files.used() == 0);
    }

    @Test
    void restOfARefusedBodyIsNotReadWithoutBound() throws IOException {
        byte[] piece = new byte[1 << 20];
        int pieces = 0;
        try (Socket socket = unfinished("POST /nothing/here", "Content-Length: 900000000000\r\n")) {
            while (pieces < 200) {
                socket.getOutputStream().write(piece);
                pieces++;
            }
        } catch (SocketException closed) {
            // By the service.
        }
        assertThat(pieces).isLessThan(100);
    }

    /** A request with the beginning of a body. */
    private static Socket unfinished(String line, String headers) throws IOException {
        return HttpWire.open(
                SERVICE.port(),
                line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n" + headers + "\r\n["
                        + " ".repeat(1000));
    }

    private static int status(Socket socket) throws IOException {
        String line =
                new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
        return Integer.parseInt(line.substring("HTTP/1.1 ".length()));
    }

    /** The body of a refused request is discarded, and the connection is used again. */
    @Test
    void connectionIsUsedAgainAfterARefusedBody() {
        String next = "GET /problems HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        String body = "x".repeat(300_000);
        for (String refused : List.of(
                "POST /api/v1/validations HTTP/1.1\r\nContent-Type: text/plain\r\n",
                "POST /api/v1/validations HTTP/1.1\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n",
                "POST /api/v1/validations HTTP/1.1\r\nContent-Type: application/json\r\nOrigin: http://elsewhere\r\n",
                "POST /nothing/here HTTP/1.1\r\n",
                "GET /problems HTTP/1.1\r\n",
                "DELETE /api/v1/rules HTTP/1.1\r\n")) {
            String head = refused + "Host: localhost\r\n";
            Answer byLength =
                    HttpWire.raw(SERVICE.port(), head + "Content-Length: " + body.length() + "\r\n\r\n" + body + next);
            assertThat(byLength.text()).as(refused).contains("HTTP/1.1 200");
            Answer chunked = HttpWire.raw(
                    SERVICE.port(),
                    head + "Transfer-Encoding: chunked\r\n\r\n493e0\r\n" + body + "\r\n0\r\n\r\n" + next);
            assertThat(chunked.text()).as(refused).contains("HTTP/1.1 200");
        }
    }

    /** Transfer limits with this timeout and this minimum rate. */
    private static TransferLimits limits(Duration timeout, DataSize rate) {
        return new TransferLimits(DataSize.ofBytes(LIMIT), DataSize.ofBytes(LIMIT), timeout, rate);
    }

    @Test
    void transferTimeDependsOnTimeoutAndRate() {
        TransferLimits transfer = limits(Duration.ofSeconds(10), DataSize.ofKilobytes(16));
        assertThat(transfer.millis(0)).isEqualTo(10_000);
        assertThat(transfer.millis(LIMIT)).isEqualTo(42_000);
        assertThatThrownBy(() -> limits(Duration.ZERO, DataSize.ofKilobytes(16)))
                .hasMessage("The setting entente.limits.transfer-timeout is PT0S; it is more than zero.");
        assertThatThrownBy(() -> limits(Duration.ofSeconds(1), DataSize.ofBytes(0)))
                .hasMessage("The setting entente.limits.transfer-rate is 0B; it is at least 1B.");
    }
}

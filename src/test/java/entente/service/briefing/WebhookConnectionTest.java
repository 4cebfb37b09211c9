package entente.service.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import entente.service.briefing.DeliveryTarget.WebhookTarget;
import entente.service.briefing.WebhookSender.WebhookConnection;
import entente.testkit.ProgramRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** Certificates and time limits of webhooks. */
@Timeout(60)
class WebhookConnectionTest {

    private static final byte[] BODY = {'{', '}'};
    private static final String PASSWORD = "password";

    private static final WebhookConnection HASTY = new WebhookConnection(
            (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(1), Duration.ofMillis(500));

    private static int post(WebhookConnection connection, String address) throws IOException {
        return connection.post(
                (WebhookTarget) DeliveryTarget.of(address), InetAddress.getByName("127.0.0.1"), Map.of(), BODY);
    }

    /** The certificate is for hooks.example.org; that the connection goes to a number makes no difference. */
    @Test
    @Tag("thorough")
    void theCertificateIsThatOfTheHost(@TempDir Path folder) throws Exception {
        SSLContext tls = context(folder.resolve("keys.p12"));
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            String rest = ".example.org:" + server.getAddress().getPort() + "/";
            WebhookConnection trusting =
                    new WebhookConnection(tls.getSocketFactory(), Duration.ofSeconds(3), Duration.ofSeconds(30));
            assertThat(post(trusting, "https://hooks" + rest)).isEqualTo(204);
            assertThatThrownBy(() -> post(trusting, "https://other" + rest)).isInstanceOf(SSLException.class);
            WebhookConnection usual = new WebhookConnection(
                    (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(3), Duration.ofSeconds(30));
            assertThatThrownBy(() -> post(usual, "https://hooks" + rest)).isInstanceOf(SSLException.class);
        } finally {
            server.stop(0);
        }
    }

    /** The address of the server is in the certificate as well, which must not be enough. */
    private static SSLContext context(Path file) throws Exception {
        String command = Path.of(System.getProperty("java.home"), "bin", "keytool")
                + " -genkeypair -alias server -keyalg EC -dname CN=hooks.example.org"
                + " -ext SAN=dns:hooks.example.org,ip:127.0.0.1 -storetype PKCS12"
                + " -keystore " + file + " -storepass " + PASSWORD;
        ProgramRun keytool = ProgramRun.of(command.split(" "));
        assertThat(keytool.code()).as(keytool.output()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return SslBundle.of(SslStoreBundle.of(keys, PASSWORD, keys)).createSslContext();
    }

    /** What the server writes, one byte every 50 ms, after it has accepted the connection. */
    private static String failure(String scheme, String response) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread slow = new Thread(() -> trickle(server, response));
            slow.setDaemon(true);
            slow.start();
            long start = System.nanoTime();
            Throwable thrown =
                    catchThrowable(() -> post(HASTY, scheme + "://hooks.example.org:" + server.getLocalPort() + "/"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(thrown).isInstanceOf(IOException.class);
            return String.valueOf(thrown.getMessage());
        }
    }

    private static void trickle(ServerSocket server, String response) {
        try (Socket socket = server.accept()) {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < 10_000; i++) {
                out.write(response.charAt(i % response.length()));
                out.flush();
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException ended) {
            // The client has given up, as it should.
        }
    }

    @Test
    void aSlowServerIsGivenUpAfterTheWholeTime() throws Exception {
        assertThat(failure("http", "HTTP/1.1 2")).contains("no response within");
        // Within the handshake: the first bytes of a record of TLS that never ends.
        assertThat(failure("https", "\u0016\u0003\u0003\u0040\u0000\u0002")).contains("no response within");
    }

    @Test
    void whatIsNotHttpIsAFailure() throws Exception {
        assertThat(failure("http", "\r\n")).contains("not HTTP");
    }
}

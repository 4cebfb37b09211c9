package entente.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Folders;
import entente.testkit.ServedProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The launcher's {@code serve} command when the service cannot start. */
@Timeout(600)
@Tag("thorough")
class RefusedStartIT {

    private static final Path HOME = Path.of("target", "refused home");

    @BeforeAll
    static void copyBuiltProject() throws IOException {
        Folders.copyBuiltProject(HOME, "target/service");
    }

    private static ServedProcess serve(String archive, String... options) throws IOException {
        String[] all = Stream.concat(Stream.of("--port", "0", "--archive", "target/" + archive), Stream.of(options))
                .toArray(String[]::new);
        return ServedProcess.launch(HOME, Map.of(), all);
    }

    private static int health(int port) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/actuator/health");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void refusedStartReportsItsReasonAndDoesNotAffectARunningService() throws Exception {
        try (ServedProcess first = serve("held")) {
            int port = first.port();
            assertRefused(75, "archive", serve("held"));
            try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                assertRefused(
                        73,
                        "port " + occupied.getLocalPort(),
                        ServedProcess.launch(
                                HOME,
                                Map.of(),
                                "--port",
                                String.valueOf(occupied.getLocalPort()),
                                "--archive",
                                "target/other"));
            }
            Files.writeString(HOME.resolve("wrong.yaml"), "entente.limits.bdy: 1MB\n");
            assertRefused(78, "entente.limits.body", serve("other", "--config", "wrong.yaml"));
            Folders.copy(HOME.resolve("rules"), HOME.resolve("broken"));
            Files.writeString(HOME.resolve("broken/weights.yaml"), "nothing: here\n");
            assertRefused(78, "weights.yaml", serve("other", "--rules", "broken"));
            assertRefused(78, "address", serve("other", "--address", "0.0.0.0"));
            assertThat(health(port)).isEqualTo(200);
            first.terminate();
            assertThat(first.code()).isEqualTo(143);
        }
    }

    private static void assertRefused(int code, String about, ServedProcess service) throws Exception {
        try (service) {
            assertThat(service.code()).as(service.err() + service.out()).isEqualTo(code);
            assertThat(service.err()).contains(about);
            assertThat(service.err().lines()).allMatch(line -> line.startsWith("entente: "));
            assertThat(service.out()).isEmpty();
        }
    }
}

package entente.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Folders;
import entente.testkit.ServedProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The launcher's {@code serve} in a copy of the built project: the first start, later starts, and shutdown.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
@Tag("thorough")
class ServeIT {

    private static final Path HOME = Path.of("target", "served home");
    private static final Path SCENARIO = Path.of("scenarios", "status-quo-2025.json");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void copyBuiltProject() throws Exception {
        Folders.copyBuiltProject(HOME, "target/service");
    }

    private static ServedProcess serve(String archive, String... options) throws IOException {
        return serve(Map.of(), archive, options);
    }

    private static ServedProcess serve(Map<String, String> variables, String archive, String... options)
            throws IOException {
        String[] all = Stream.concat(Stream.of("--port", "0", "--archive", "target/" + archive), Stream.of(options))
                .toArray(String[]::new);
        return ServedProcess.launch(HOME, variables, all);
    }

    private static HttpResponse<byte[]> send(int port, String path, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return CLIENT.send(
                body.length == 0
                        ? request.build()
                        : request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                BodyHandlers.ofByteArray());
    }

    private static byte[] commandLineOutput() throws IOException, InterruptedException {
        Path out = Files.createTempFile("assessed", ".json");
        Process process = new ProcessBuilder("./entente", "assess", SCENARIO.toString(), "--format", "json")
                .directory(HOME.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        byte[] bytes = Files.readAllBytes(out);
        Files.delete(out);
        return bytes;
    }

    @Test
    @Order(1)
    void firstStartCreatesTheCacheAndMatchesTheCommandLine() throws Exception {
        Map<String, String> before = files("rules", "scenarios");
        try (ServedProcess service = serve("first")) {
            int port = service.port();
            assertThat(service.err()).isEqualTo("entente: preparing the service, once; this takes some seconds\n");
            HttpResponse<byte[]> answer = send(port, "/api/v1/assessments", Files.readAllBytes(SCENARIO));
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body()).isEqualTo(commandLineOutput());
            service.terminate();
            assertThat(service.code()).isEqualTo(143);
            assertThat(service.out().lines())
                    .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z INFO (service|requests): .*"))
                    .anyMatch(
                            line -> line.matches(
                                    ".*: Entente 0\\.1\\.0 serves at http://127\\.0\\.0\\.1:\\d+, rules [0-9.]+ \\([0-9a-f]{8}\\), archive H2 .*"));
            assertThat(service.err()).hasLineCount(1);
        }
        assertThat(files("rules", "scenarios")).as("read, never written").isEqualTo(before);
        assertThat(Stream.of("serve.jsa", "serve.aot")
                        .map(HOME.resolve("target")::resolve)
                        .filter(Files::exists)
                        .mapToLong(ServeIT::size))
                .singleElement()
                .satisfies(size -> assertThat(size).isGreaterThan(1 << 20));
    }

    @Test
    @Order(2)
    void storedAssessmentsSurviveARestart() throws Exception {
        try (ServedProcess service = serve("first")) {
            HttpResponse<byte[]> list = send(service.port(), "/api/v1/assessments", new byte[0]);
            assertThat(new String(list.body(), StandardCharsets.UTF_8)).contains("status-quo-2025");
            assertThat(service.err()).isEmpty();
            service.terminate();
            assertThat(service.code()).isEqualTo(143);
        }
    }

    @Test
    @Order(3)
    void gracefulShutdownCompletesActiveRequests() throws Exception {
        byte[] body = Files.readAllBytes(SCENARIO);
        Map<String, String> patient =
                Map.of("SERVER_TOMCAT_CONNECTIONTIMEOUT", "300s", "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE", "300s");
        try (ServedProcess service = serve(patient, "graceful")) {
            int port = service.port();
            try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
                OutputStream out = slow.getOutputStream();
                out.write(("POST /api/v1/assessments HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(body, 0, body.length / 2);
                out.flush();
                while (activeRequests(port) < 2) {
                    Thread.sleep(50);
                }
                service.terminate();
                while (listens(port)) {
                    Thread.sleep(50);
                }
                out.write(body, body.length / 2, body.length - body.length / 2);
                out.flush();
                String answer = text(slow.getInputStream());
                assertThat(answer)
                        .startsWith("HTTP/1.1 201 ")
                        .contains("\"status-quo-2025\"")
                        .endsWith("}\n");
            }
            assertThat(service.code()).isEqualTo(143);
            assertThat(service.out()).contains("requests: POST /api/v1/assessments 201 ");
        }
    }

    /** The number of active requests, including the one that reads it. */
    private static double activeRequests(int port) throws IOException, InterruptedException {
        String metrics =
                new String(send(port, "/actuator/prometheus", new byte[0]).body(), StandardCharsets.UTF_8);
        return metrics.lines()
                .filter(line -> line.startsWith("http_server_requests_active_seconds_gcount"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static boolean listens(int port) throws IOException {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }

    private static String text(InputStream in) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return String.join("\n", reader.lines().toList()) + "\n";
        }
    }

    @Test
    @Order(4)
    void incompatibleClassDataIsIgnoredSilently() throws Exception {
        for (String data : List.of("serve.jsa", "serve.aot")) {
            Path file = HOME.resolve("target").resolve(data);
            if (Files.exists(file)) {
                Files.delete(file);
                Files.writeString(file, "not what it was");
            }
        }
        try (ServedProcess service = serve("first")) {
            service.port();
            service.terminate();
            assertThat(service.code()).isEqualTo(143);
            assertThat(service.err()).isEmpty();
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    /** File names with sizes and modification times. */
    private static Map<String, String> files(String... folders) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String folder : folders) {
            try (Stream<Path> walk = Files.walk(HOME.resolve(folder))) {
                for (Path file : walk.toList()) {
                    files.put(file.toString(), size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
        }
        return files;
    }
}

package entente.service.operations;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Answer;
import entente.testkit.Folders;
import entente.testkit.HttpWire;
import entente.testkit.ProgramRun;
import entente.testkit.ServedProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The launcher's {@code serve} in a copy of the built project: the first start, later starts, refused ones, and shutdown.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
@Tag("thorough")
class ServeIT {

    private static final Path HOME = Path.of("target", "served home");
    private static final Path SCENARIO = Path.of("scenarios", "status-quo-2025.json");

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

    private static Answer get(int port, String path) {
        return HttpWire.ask(port, "GET", path, "");
    }

    @Test
    @Order(1)
    void firstStartCreatesTheCacheAndMatchesTheCommandLine() throws Exception {
        Map<String, String> before = files("rules", "scenarios");
        try (ServedProcess service = serve("first")) {
            int port = service.port();
            assertThat(service.err()).isEqualTo("entente: preparing the service, once; this takes some seconds\n");
            String scenario = Files.readString(SCENARIO, StandardCharsets.ISO_8859_1);
            String json = "Content-Type: application/json";
            Answer answer = HttpWire.ask(port, "POST", "/api/v1/assessments", scenario, json);
            ProgramRun commandLine =
                    ProgramRun.of(new ProcessBuilder("./entente", "assess", SCENARIO.toString(), "--format", "json")
                            .directory(HOME.toFile()));
            assertThat(answer.expect(201).text()).isEqualTo(commandLine.output());
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
            assertThat(get(service.port(), "/api/v1/assessments").text()).contains("status-quo-2025");
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
                Answer answer = HttpWire.answer(slow.getInputStream().readAllBytes());
                assertThat(answer.expect(201).text())
                        .contains("\"status-quo-2025\"")
                        .endsWith("}\n");
            }
            assertThat(service.code()).isEqualTo(143);
            assertThat(service.out()).contains("requests: POST /api/v1/assessments 201 ");
        }
    }

    /** The number of active requests, including the one that reads it. */
    private static double activeRequests(int port) {
        return get(port, "/actuator/prometheus")
                .text()
                .lines()
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

    @Test
    @Order(5)
    void refusedStartReportsItsReasonAndDoesNotAffectARunningService() throws Exception {
        try (ServedProcess first = serve("held")) {
            int own = first.port();
            assertRefused(75, "archive", serve("held"));
            try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                String port = String.valueOf(occupied.getLocalPort());
                assertRefused(
                        73,
                        "port " + port,
                        ServedProcess.launch(HOME, Map.of(), "--port", port, "--archive", "target/other"));
            }
            Files.writeString(HOME.resolve("wrong.yaml"), "entente.limits.bdy: 1MB\n");
            assertRefused(78, "entente.limits.body", serve("other", "--config", "wrong.yaml"));
            Folders.copy(HOME.resolve("rules"), HOME.resolve("broken"));
            Files.writeString(HOME.resolve("broken/weights.yaml"), "nothing: here\n");
            assertRefused(78, "weights.yaml", serve("other", "--rules", "broken"));
            assertRefused(78, "address", serve("other", "--address", "0.0.0.0"));
            get(own, "/actuator/health").expect(200);
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

package entente.service.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import entente.cli.Cli;
import entente.cli.Home;
import entente.cli.Terminal;
import entente.service.config.SettingsTest;
import entente.testkit.ProgramRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Checks of the image, its health check, the Compose file and the systemd unit that need no container engine. */
@Timeout(120)
class ContainerTest {

    private static final Path DOCKERFILE = Path.of("docker", "Dockerfile");
    private static final Path COMPOSE = Path.of("docker", "compose.yaml");
    private static final Path UNIT = Path.of("src", "docs", "entente.service");
    private static final Pattern SECRET =
            Pattern.compile("(?i)(?:password|secret|token|credential|keys)[a-z_-]*\\s*[:=]\\s*(\\S+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** Build outputs; everything else that the image copies from its first stage is in the project. */
    private static final Set<String> BUILT = Set.of("target/entente.jar", "target/lib", "target/service");

    /** Instructions split into words, with continuation lines joined and comments removed. */
    private static List<List<String>> instructions() throws IOException {
        return Files.readString(DOCKERFILE)
                .replaceAll("(?m)^#.*\n", "")
                .replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.strip().split("\\s+")))
                .toList();
    }

    private static List<String> last(String instruction) throws IOException {
        return instructions().stream()
                .filter(line -> line.get(0).equals(instruction))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static List<String> quoted(String instruction) throws IOException {
        return QUOTED.matcher(String.join(" ", last(instruction)))
                .results()
                .map(word -> word.group(1))
                .toList();
    }

    private static JsonNode service() throws IOException {
        return new YAMLMapper().readTree(Files.readString(COMPOSE)).at("/services/entente");
    }

    private static List<String> texts(JsonNode list) {
        assertThat(list.isArray()).isTrue();
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void copiedFilesExist() throws IOException {
        List<String> ignoreFile = Files.readAllLines(Path.of(".dockerignore"));
        assertThat(ignoreFile.get(0)).as("all files are ignored by default").isEqualTo("*");
        int copied = 0;
        for (List<String> line : instructions()) {
            if (!line.get(0).equals("COPY")) {
                continue;
            }
            boolean built = line.get(1).startsWith("--from=");
            for (String source : line.subList(built ? 2 : 1, line.size() - 1)) {
                copied++;
                String path = built ? source.replaceFirst("^/build/", "") : source;
                assertThat(built && BUILT.contains(path) || Files.exists(Path.of(path)))
                        .as(source)
                        .isTrue();
                assertThat(built || ignoreFile.contains("!" + path)).as(source).isTrue();
            }
        }
        assertThat(copied).isGreaterThan(10);
    }

    @Test
    void imageRunsAsNonRootUser() throws IOException {
        List<List<String>> lines = instructions();
        List<String> user = last("USER");
        assertThat(user.get(1)).matches("[1-9]\\d*:[1-9]\\d*");
        assertThat(lines.subList(lines.indexOf(user), lines.size()))
                .as("after the last change of user")
                .noneMatch(line -> Set.of("RUN", "COPY", "ADD").contains(line.get(0)));
        assertThat(service().path("user").asString()).isEqualTo(user.get(1));
    }

    @Test
    void filesContainNoSecrets() throws IOException {
        for (Path file : List.of(DOCKERFILE, COMPOSE, UNIT)) {
            for (String line : Files.readAllLines(file)) {
                if (!line.strip().startsWith("#")) {
                    SECRET.matcher(line)
                            .results()
                            .forEach(found -> assertThat(found.group(1))
                                    .as(file + ": " + line)
                                    .startsWith("/run/secrets/"));
                }
            }
        }
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("/docker/secrets/");
    }

    @Test
    void startCommandsAreValid() throws IOException {
        List<String> entry = quoted("ENTRYPOINT");
        assertThat(entry).containsExactly("/opt/entente/entente", "serve");
        assertThat(Path.of("entente")).isExecutable();
        assertAccepted(quoted("CMD"));
        assertAccepted(texts(service().path("command")));
        List<String> start = Files.readAllLines(UNIT).stream()
                .filter(line -> line.startsWith("ExecStart="))
                .map(line -> line.substring("ExecStart=".length()).split(" "))
                .findFirst()
                .map(List::of)
                .orElseThrow();
        assertThat(start.subList(0, 2)).isEqualTo(entry);
        assertAccepted(start.subList(2, start.size()));
    }

    /** This command line cannot serve and exits with 78; unknown options exit with 64. */
    private static void assertAccepted(List<String> options) {
        List<String> words = new ArrayList<>(List.of("serve"));
        words.addAll(options);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), out, out, false, false);
        assertThat(new Cli(terminal, Home.of(Path.of(""))).run(words.toArray(String[]::new)))
                .as("%s %s", words, output)
                .isEqualTo(78);
    }

    @Test
    void composeFileUsesExistingSettings() throws IOException {
        JsonNode variables = service().path("environment");
        assertThat(variables.size()).isPositive();
        for (String name : variables.propertyNames()) {
            if (!name.equals("LOGGING_STRUCTURED_FORMAT_CONSOLE")) {
                assertThat(name).isIn(SettingsTest.asVariables());
            }
        }
    }

    @Test
    void composeFileRestrictsPrivileges() throws IOException {
        JsonNode service = service();
        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(texts(service.path("cap_drop"))).containsExactly("ALL");
        assertThat(texts(service.path("security_opt"))).containsExactly("no-new-privileges:true");
        assertThat(texts(service.path("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(texts(service.path("volumes")))
                .hasSize(3)
                .allMatch(volume -> volume.endsWith(":ro") || volume.equals("editions:/archive"));
        assertThat(service.propertyNames())
                .contains("mem_limit", "cpus", "pids_limit")
                .doesNotContain("privileged", "cap_add", "network_mode", "pid", "devices");
    }

    @Test
    void scriptSucceedsOnlyWhenReadinessReturns200() throws Exception {
        AtomicInteger status = new AtomicInteger(200);
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        service.start();
        try {
            int port = service.getAddress().getPort();
            assertThat(runHealthCheck(port)).isZero();
            status.set(503);
            assertThat(runHealthCheck(port)).isEqualTo(1);
            service.removeContext("/actuator/health/readiness");
            assertThat(runHealthCheck(port)).isEqualTo(1);
        } finally {
            service.stop(0);
        }
    }

    @Test
    void closedConnectionIsNotReady() throws Exception {
        // A bound port that closes each connection without an HTTP response.
        try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread closer = new Thread(() -> {
                try {
                    closing.accept().close();
                } catch (IOException ended) {
                    throw new IllegalStateException(ended);
                }
            });
            closer.start();
            assertThat(runHealthCheck(closing.getLocalPort())).isEqualTo(1);
            closer.join();
        }
    }

    private static int runHealthCheck(int port) throws InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "this system has no bash");
        ProcessBuilder builder = new ProcessBuilder("docker/healthy");
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("ENTENTE_HEALTHY_SECONDS", "60");
        return ProgramRun.of(builder).code();
    }
}

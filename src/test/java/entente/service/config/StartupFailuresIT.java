package entente.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import entente.service.archive.Database;
import entente.service.archive.DatabaseUrl;
import entente.service.archive.Durability;
import entente.service.config.ServiceApplication.StartupFailures;
import entente.service.keys.Key;
import entente.service.problem.StartupException;
import entente.testkit.RunningService;
import entente.testkit.Shipped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that cannot start prints one line for each fault and returns an exit code. */
@Timeout(120)
@Tag("thorough")
class StartupFailuresIT {

    private static final Set<String> KNOWN = new TreeSet<>(
            List.of("entente.rules", "entente.archive.url", "entente.archive.password-file", "entente.access.hosts"));

    private static final String CANARY = "canary-4711-secret";

    @TempDir
    private static Path files;

    @BeforeAll
    static void writeFiles() throws IOException {
        Files.writeString(files.resolve("good"), "ada reader " + Key.of("ent_x").digest() + "\n");
        Files.writeString(files.resolve("empty"), "# empty file\n");
        Files.writeString(files.resolve("wrong"), "ada king 0\nbo reader\n");
        Files.writeString(files.resolve("password"), CANARY + "\n");
    }

    private static StartupFailures start(Map<String, String> settings) {
        Throwable thrown = catchThrowable(() -> RunningService.start(settings).close());
        assertThat(thrown).as("it starts").isNotNull();
        assertThat(Stream.iterate(thrown, Objects::nonNull, Throwable::getCause))
                .noneMatch(cause -> String.valueOf(cause.getMessage()).contains(CANARY));
        StartupFailures failure = StartupFailures.of(thrown);
        assertThat(failure.lines()).isNotEmpty().noneMatch(line -> line.contains("Exception"));
        return failure;
    }

    private static Path written(String name, String text) throws IOException {
        return Files.writeString(RunningService.folder("settings").resolve(name), text);
    }

    @Test
    void portInUse() throws IOException {
        try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            StartupFailures failure = start(Map.of("server.port", String.valueOf(occupied.getLocalPort())));
            assertThat(failure.exitCode()).isEqualTo(73);
            assertThat(failure.lines()).containsExactly("The port " + occupied.getLocalPort() + " is in use.");
        }
    }

    @Test
    void longValuesAreTruncated() {
        String value = "\u001B" + "x".repeat(20_000);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        new StartupFailures(78, List.of("There is nothing at " + value + "."))
                .print(new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(err.toString(StandardCharsets.UTF_8))
                .hasSizeLessThan(2000)
                .startsWith("entente: There is nothing at")
                .endsWith("x.\n")
                .doesNotContain("\u001B");
    }

    /** Each unknown setting is reported with the closest known one. */
    @Test
    void unknownSettings() throws IOException {
        Path file = written("misspelt.yaml", "entente:\n  limits:\n    boddy: 1MB\n  achive:\n    url: x\n");
        StartupFailures failure = start(
                Map.of("spring.config.additional-location", "file:" + file, "entente.access.host[0]", "example.org"));
        assertThat(failure.exitCode()).isEqualTo(78);
        assertThat(failure.lines())
                .containsExactly(
                        "There is no setting entente.access.host[0]; did you mean entente.access.hosts?",
                        "There is no setting entente.achive.url; did you mean entente.archive.url?",
                        "There is no setting entente.limits.boddy; did you mean entente.limits.body?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server.port                          | 65536 | The port is a number from 0 to 65535, not 65536.
            server.port                          | -1    | The port is a number from 0 to 65535, not -1.
            server.port                          | http  | The setting server.port has an invalid value.
            entente.limits.body                  | much  | The setting entente.limits.body has an invalid value.
            entente.archive.retention            | 1d    | The setting entente.archive.retention is PT24H; it is at least PT48H.
            entente.archive.compaction-interval  | 0s    | The setting entente.archive.compaction-interval is PT0S; it is at least 1ms.
            spring.config.additional-location    | file:/no/such.yaml | A settings file does not exist or cannot be read.
            """)
    void settingsWithWrongValues(String setting, String value, String fault) {
        assertThat(start(Map.of(setting, value))).isEqualTo(new StartupFailures(78, List.of(fault)));
    }

    /** Settings that are refused together, an exit code, and what the lines say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server.address=0.0.0.0 | 78 | on this machine only; --keys FILE; issuer-uri
            server.address=:: | 78 | on this machine only; --keys FILE; issuer-uri
            server.address= | 78 | on this machine only; --keys FILE; issuer-uri
            entente.access.keys=FILES/none | 78 | The key file cannot be used; does not exist or cannot be read
            entente.access.keys=FILES/empty | 78 | holds no key; ./entente keys add
            entente.access.keys=FILES/wrong & server.address=0.0.0.0 | 78 | line 1: a role is; line 1: a digest is; line 2: a line
            management.server.port=0 & management.server.address=0.0.0.0 | 78 | management.server.port
            entente.access.hosts=good.example,http://bad.example | 78 | entente.access.hosts; http://bad.example
            entente.access.proxies=10.0.0.5 | 78 | entente.access.proxies needs accounts
            KEYS & entente.access.proxies=10.0.0.6,proxy.example | 78 | proxies takes addresses; and not proxy.example.
            KEYS & entente.access.proxies=10.0.0.6,10.0.0.0/33 | 78 | proxies takes addresses; and not 10.0.0.0/33.
            KEYS & entente.access.proxies=10.0.0.6,10.0.0 | 78 | proxies takes addresses; and not 10.0.0.
            KEYS & entente.access.proxies=10.0.0.6,.* | 78 | proxies takes addresses; and not .*.
            KEYS & entente.access.proxies=10.0.0.6,10.0.0.5/ | 78 | proxies takes addresses; and not 10.0.0.5/.
            KEYS & server.forward-headers-strategy=native | 78 | server.forward-headers-strategy; Name the proxies
            KEYS & server.tomcat.remoteip.remote-ip-header=X-Forwarded-For | 78 | remote-ip-header; Name the proxies
            KEYS & server.tomcat.remoteip.protocol-header=X-Forwarded-Proto | 78 | protocol-header; Name the proxies
            PASSWORD & ARCHIVE=postgresql://entente@127.0.0.1:1/entente | 69 | cannot be reached
            PASSWORD & ARCHIVE=postgresql://entente:CANARY@127.0.0.1:1/entente | 78 | contains a password
            PASSWORD & ARCHIVE=postgresql://entente:a/CANARY@127.0.0.1:1/entente | 78 | contains a password
            PASSWORD & ARCHIVE=postgresql://127.0.0.1:1/entente?user=entente&password=CANARY | 78 | contains a password
            PASSWORD & ARCHIVE=jdbc:postgresql://127.0.0.1:1/entente?password=CANARY | 78 | contains a password
            PASSWORD & ARCHIVE=jdbc:postgresql://127.0.0.1:1/en tente?password=CANARY | 78 | contains a password
            """)
    void refusedSettings(String settings, int code, String said) {
        String written = settings.replace("KEYS", "entente.access.keys=FILES/good")
                .replace("PASSWORD", "entente.archive.password-file=FILES/password")
                .replace("ARCHIVE", "entente.archive.url")
                .replace("FILES", files.toString())
                .replace("CANARY", CANARY);
        StartupFailures failure = start(Stream.of(written.split(" & "))
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1])));
        assertThat(failure.exitCode()).isEqualTo(code);
        assertThat(String.join("\n", failure.lines())).contains(said.split("; "));
    }

    @Test
    void malformedSettingsFile() throws IOException {
        Path file = written("broken.yaml", "entente:\n  limits: [\n");
        assertThat(start(Map.of("spring.config.additional-location", "file:" + file))
                        .exitCode())
                .isEqualTo(78);
    }

    /** Flyway's own stack traces must not appear. */
    @Test
    void failedMigrationIsReportedInOneLine() throws Exception {
        Path folder = RunningService.folder("tables");
        Database.open(DatabaseUrl.of(folder.toString(), Optional.empty(), Optional.empty()), Durability.PROCESS)
                .close();
        try (Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("entente") + ";DATABASE_TO_LOWER=TRUE", "sa", "")) {
            connection.createStatement().execute("delete from \"flyway_schema_history\"");
            connection.createStatement().execute("drop table job cascade");
            connection.createStatement().execute("create view job as select 1 as id");
        }
        Run run = Run.of(Map.of(
                "entente.archive.url", folder.toString(),
                "entente.rules", Shipped.RULES.toAbsolutePath().toString(),
                "entente.scenarios", Shipped.SCENARIOS.toAbsolutePath().toString(),
                "entente.cache", Shipped.CACHE.toAbsolutePath().toString(),
                "server.port", "0"));
        assertThat(run.code()).as(run.err() + run.out()).isEqualTo(78);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
    }

    /** Standard error has the message, the exit code identifies the failure, and nothing else is printed. */
    @Test
    void failedStartPrintsOneLineAndReturnsTheExitCode() {
        Run run = Run.of(Map.of("entente.limits.bdy", "1MB"));
        assertThat(run.code()).isEqualTo(78);
        assertThat(run.err())
                .isEqualTo("entente: There is no setting entente.limits.bdy; did you mean entente.limits.body?\n");
        assertThat(run.out()).isEmpty();
    }

    /** A start that fails, with what it printed. */
    private record Run(int code, String out, String err) {

        static Run of(Map<String, String> settings) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            PrintStream realOut = System.out;
            PrintStream realErr = System.err;
            int code;
            try {
                System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
                System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
                code = ServiceApplication.run(settings);
            } finally {
                System.setOut(realOut);
                System.setErr(realErr);
            }
            return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void multilineMessageIsSplitIntoLines() {
        assertThat(StartupFailures.of(new IllegalStateException(new StartupException(75, "One.\nTwo.", null))))
                .isEqualTo(new StartupFailures(75, List.of("One.", "Two.")));
    }

    @Test
    void unexpectedFailuresAreInternalErrors() {
        assertThat(StartupFailures.of(new IllegalStateException("secret")))
                .isEqualTo(new StartupFailures(
                        70,
                        List.of("This is a bug in Entente, not in your settings; ENTENTE_DEBUG=1 prints the cause.")));
    }

    /** Variables of a settings group are checked; others belong to the launcher. */
    @Test
    void environmentVariables() {
        Map<String, String> faults = new HashMap<>();
        for (String name : List.of(
                "ENTENTE_ARCHIVE_URL",
                "ENTENTE_ARCHIVE_PASSWORDFILE",
                "ENTENTE_ACCESS_HOSTS_0",
                "ENTENTE_DEBUG",
                "ENTENTE_RULES",
                "PATH")) {
            SettingsCheck.fault(name, true, KNOWN).ifPresent(fault -> faults.put(name, fault));
        }
        assertThat(faults).isEmpty();
        assertThat(SettingsCheck.fault("ENTENTE_ARCHIVE_URRL", true, KNOWN))
                .contains("There is no setting ENTENTE_ARCHIVE_URRL; did you mean entente.archive.url?");
    }
}

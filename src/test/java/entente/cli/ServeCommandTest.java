package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.config.ServiceApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import picocli.CommandLine;

/** A setting of the file holds unless an option of the command line says otherwise; else that of the installation does. */
class ServeCommandTest {

    private static final List<String> SETTINGS = List.of(
            "entente.rules",
            "entente.scenarios",
            "entente.cache",
            "entente.archive.url",
            "entente.access.keys",
            "server.port",
            "server.address");

    /** Nothing of the service, so that only its settings are read. */
    @Configuration
    static class Nothing {}

    private static Map<String, String> settings(Stream<String> arguments) {
        Map<String, String> read = new HashMap<>();
        ServiceCommand.Serve command = new ServiceCommand.Serve();
        command.connect(given -> {
            Map<String, String> all = new HashMap<>(given);
            all.put("spring.main.web-application-type", "none");
            try (ConfigurableApplicationContext context = ServiceApplication.start(all, Nothing.class)) {
                SETTINGS.forEach(name -> read.put(name, context.getEnvironment().getProperty(name, "")));
            }
            return 0;
        });
        command.connect(new Terminal(System.in, System.out, System.err, false, false), Home.of(Path.of("")));
        assertThat(new CommandLine(command).execute(arguments.toArray(String[]::new)))
                .isZero();
        return read;
    }

    private static Path file(Path folder) throws Exception {
        return Files.writeString(
                folder.resolve("settings.properties"),
                String.join(
                        "\n",
                        SETTINGS.stream().map(name -> name + "=of-the-file").toList()));
    }

    @Test
    void everySettingOfTheFileHolds(@TempDir Path folder) throws Exception {
        assertThat(settings(Stream.of("--config", file(folder).toString())).values())
                .containsOnly("of-the-file");
    }

    @Test
    void optionsOverrideTheFile(@TempDir Path folder) throws Exception {
        assertThat(settings(Stream.concat(
                        Stream.of("--config", file(folder).toString()),
                        Stream.of("--rules=r", "--scenarios=s", "--archive=a", "--keys=k", "--port=1", "--address=b"))))
                .containsEntry("entente.rules", absolute("r"))
                .containsEntry("entente.scenarios", absolute("s"))
                .containsEntry("entente.archive.url", "a")
                .containsEntry("entente.access.keys", absolute("k"))
                .containsEntry("server.port", "1")
                .containsEntry("server.address", "b");
    }

    @Test
    void elseTheFoldersOfTheInstallationHold() {
        assertThat(settings(Stream.of()))
                .containsEntry("entente.rules", absolute("rules"))
                .containsEntry("entente.scenarios", absolute("scenarios"))
                .containsEntry("server.port", "8080");
        assertThat(settings(Stream.of("--rules", "rules/us-india")))
                .containsEntry("entente.scenarios", absolute("scenarios/us-india"));
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    private static Map<String, String> workshopSettings(String... args) {
        Map<String, String> passed = new HashMap<>();
        ServiceCommand.Workshop command = new ServiceCommand.Workshop();
        command.connect(workshopSettings -> {
            passed.putAll(workshopSettings);
            return 0;
        });
        command.connect(new Terminal(System.in, System.out, System.err, false, false), Home.of(Path.of(".")));
        assertThat(new CommandLine(command).execute(args)).isZero();
        return passed;
    }

    @Test
    void defaultAddressIsLoopback() {
        assertThat(workshopSettings())
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("entente.room.open", "true")
                .containsEntry("entente.room.scenario", "status-quo-2025")
                .doesNotContainKey("entente.room.address");
    }

    @Test
    void optionsThatALaterStartNeedsAreKeptAsTyped() {
        assertThat(workshopSettings("--title", "Room 4", "--archive", "a folder", "--rounds=2", "--port", "0", "-q"))
                .containsEntry("entente.room.resume-options", "--archive 'a folder' --port 0 --quiet");
    }

    @Test
    void optionsArePassedAsSettings(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("own.json"), "{}");
        assertThat(workshopSettings(
                        file.toString(), "--title=Room 4", "--rounds=2", "--port=9000", "--address=10.0.0.7"))
                .containsEntry("entente.room.scenario", absolute(file.toString()))
                .containsEntry("entente.room.title", "Room 4")
                .containsEntry("entente.room.rounds", "2")
                .containsEntry("server.port", "9000")
                .containsEntry("entente.room.address", "10.0.0.7");
        assertThat(workshopSettings("--resume", "K7M42P"))
                .containsEntry("entente.room.resume", "K7M42P")
                .doesNotContainKey("entente.room.scenario")
                .containsEntry("entente.room.resume-options", "");
    }
}

package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command passes its options to the service as settings. */
class WorkshopCommandTest {

    private static Map<String, String> settings(String... args) {
        Map<String, String> passed = new HashMap<>();
        ServiceCommand.Workshop command = new ServiceCommand.Workshop();
        command.connect(settings -> {
            passed.putAll(settings);
            return 0;
        });
        command.connect(new Terminal(System.in, System.out, System.err, false, false), Home.of(Path.of(".")));
        assertThat(new CommandLine(command).execute(args)).isZero();
        return passed;
    }

    @Test
    void defaultAddressIsLoopback() {
        assertThat(settings())
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("entente.room.open", "true")
                .containsEntry("entente.room.scenario", "status-quo-2025")
                .doesNotContainKey("entente.room.address");
    }

    @Test
    void optionsThatALaterStartNeedsAreKeptAsTyped() {
        assertThat(settings("--title", "Room 4", "--archive", "a folder", "--rounds=2", "--port", "0", "-q"))
                .containsEntry("entente.room.resume-options", "--archive 'a folder' --port 0 --quiet");
    }

    @Test
    void optionsArePassedAsSettings(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("own.json"), "{}");
        assertThat(settings(
                        file.toString(),
                        "--title",
                        "Room 4",
                        "--rounds",
                        "2",
                        "--port",
                        "9000",
                        "--address",
                        "10.0.0.7"))
                .containsEntry(
                        "entente.room.scenario",
                        file.toAbsolutePath().normalize().toString())
                .containsEntry("entente.room.title", "Room 4")
                .containsEntry("entente.room.rounds", "2")
                .containsEntry("server.port", "9000")
                .containsEntry("entente.room.address", "10.0.0.7");
        assertThat(settings("--resume", "K7M42P"))
                .containsEntry("entente.room.resume", "K7M42P")
                .doesNotContainKey("entente.room.scenario")
                .containsEntry("entente.room.resume-options", "");
    }
}

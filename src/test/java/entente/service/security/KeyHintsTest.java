package entente.service.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.problem.StartupException;
import entente.service.security.Accounts.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hints on creating a key contain a command that can be copied. */
@Isolated
class KeyHintsTest {

    private static final String COMMAND = "entente.command";

    @TempDir
    private Path folder;

    @AfterEach
    void clearCommand() {
        System.clearProperty(COMMAND);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null, ./entente", "entente, entente", "/opt/entente/entente, /opt/entente/entente"},
            nullValues = "null")
    void hintsContainTheCommandOfTheStart(String command, String expected) throws IOException {
        if (command != null) {
            System.setProperty(COMMAND, command);
        }
        Accounts none = new Accounts(Optional.empty(), Optional.empty());
        Path empty = Files.createFile(folder.resolve("keys"));
        assertThatThrownBy(() -> none.checkAddress(null))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("made with " + expected + " keys add)");
        assertThatThrownBy(() -> none.checkHosts(List.of("entente.example.org")))
                .hasMessageContaining("created with " + expected + " keys add)");
        assertThatThrownBy(() -> KeyRing.open(empty))
                .hasMessageContaining("Create one: " + expected + " keys add NAME --role reader --keys FILE");
    }
}

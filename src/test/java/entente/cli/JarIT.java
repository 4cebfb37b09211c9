package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.ProgramRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar alone, without the libraries of the service beside it. */
@Timeout(60)
class JarIT {

    @ParameterizedTest
    @ValueSource(strings = {"serve", "workshop"})
    void startOfTheServiceNamesTheCommandThatCan(String command) throws Exception {
        assertThat(refused(command))
                .isEqualTo(
                        "entente: the service needs libraries that are not on the class path; start it with ./entente "
                                + command + ".\n");
    }

    /** What the jar prints, with exit code 78. */
    private static String refused(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "target/entente.jar"));
        Collections.addAll(command, arguments);
        ProgramRun run = ProgramRun.of(new ProcessBuilder(command).redirectErrorStream(true));
        assertThat(run.code()).as(run.output()).isEqualTo(78);
        return run.output();
    }
}

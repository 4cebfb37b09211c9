package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.testkit.Invocation;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that are not regular files, or cannot be read. */
@Timeout(60)
class InputTest {

    @TempDir
    private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipeIsRead() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process writer = new ProcessBuilder(
                        "sh", "-c", "cat \"$0\" > \"$1\"", Invocation.BASELINE.toString(), "" + pipe)
                .start();
        Invocation run = Invocation.of("assess", pipe, "--format", "json");
        assertThat(writer.waitFor()).isZero();
        assertThat(run).isEqualTo(Invocation.of("assess", Invocation.BASELINE, "--format", "json"));
    }

    /** Nobody would write to it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void pipeInAFolderOfScenariosIsNotRead() throws Exception {
        Path pipe = folder.resolve("parent.json");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThat(FolderScenarioSource.read(pipe)).isEmpty();
        assertThat(new FolderScenarioSource(List.of(folder)).find("parent")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void deviceIsRead() {
        Invocation run = Invocation.of("assess", "/dev/null");
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err()).contains("The document is empty.");
    }

    @Test
    void deniedFileIsReportedAsDenied() {
        Input.Content content = Input.read(folder.resolve("a.json"), file -> {
            throw new AccessDeniedException(file.toString());
        });
        assertThat(content.fault()).contains("permission denied");
        Input input = new Input("a.json", () -> content, ScenarioSource.none(), List::of);
        assertThat(input.missingMessage(content)).isEqualTo("a.json: permission denied.");
    }

    @Test
    void readErrorIsReported() {
        Input.Content content = Input.read(folder.resolve("a.json"), file -> {
            throw new IOException("Input/output error");
        });
        assertThat(content.fault()).contains("reading failed");
    }

    @Test
    void missingFileHasNoFault() {
        assertThat(Input.read(folder.resolve("none.json"))).isEqualTo(Input.Content.MISSING);
    }

    @Test
    void problemsInAssumptionsNameTheirFile() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"emphasis\": 1}");
        assertThat(Invocation.of("assess", Invocation.BASELINE, "--assumptions", broken)
                        .err())
                .contains("\n  --assumptions " + broken + " #/emphasis (line 1, column 14)\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"45%", "45,5", "high"})
    void valueThatIsNoNumberIsNamedWithTheAllowedRange(String value) {
        Invocation run = Invocation.of("assess", Invocation.BASELINE, "--set", "prc_export_share_west5_pct=" + value);
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("\"" + value + "\" is not a reading").contains("0 to 80");
    }
}

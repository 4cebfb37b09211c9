package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invalid file neither stops the others nor changes their output. */
class MixedFolderTest {

    @TempDir
    private Path folder;

    @Test
    void validScenariosAreAssessedRegardlessOfInvalidOnes() throws IOException {
        for (String id : Shipped.scenarioIds()) {
            Files.copy(Shipped.SCENARIOS.resolve(id + ".json"), folder.resolve(id + ".json"));
        }
        Invocation alone = Invocation.of("assess", folder, "--format", "ndjson");
        assertThat(alone.code()).isZero();
        // A reading of 2011 in a scenario of 2010, on purpose.
        assertThat(alone.err().lines()).allMatch(line -> line.contains("Please check"));
        assertThat(alone.out().lines()).hasSize(Shipped.scenarioIds().size());

        List<String> bad = BadFilesTest.names();
        for (String name : bad) {
            Files.copy(BadFilesTest.BAD.resolve(name), folder.resolve(name));
        }
        Invocation mixed = Invocation.of("assess", folder, "--format", "ndjson");
        assertThat(mixed.code()).isEqualTo(1);
        assertThat(mixed.out()).isEqualTo(alone.out());
        for (String name : bad) {
            assertThat(mixed.err().lines().filter(l -> l.startsWith(folder.resolve(name) + ": ")))
                    .as(name)
                    .hasSize(1);
        }
        for (String id : Shipped.scenarioIds()) {
            assertThat(mixed.err().lines().filter(line -> line.startsWith(folder.resolve(id + ".json") + ": ")))
                    .allMatch(line -> line.contains("Please check"));
        }
    }

    @Test
    void missingFileDoesNotStopTheOthers() {
        Path missing = folder.resolve("nowhere.json");
        Invocation run = Invocation.of("assess", missing, Invocation.BASELINE, "--format", "ndjson");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo(Invocation.of("assess", Invocation.BASELINE, "--format", "ndjson")
                        .out());
        assertThat(run.err()).isEqualTo(missing + ": there is no scenario here.\n");
    }
}

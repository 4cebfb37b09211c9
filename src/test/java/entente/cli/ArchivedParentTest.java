package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archived assessment in a folder of scenarios is not read as a scenario. */
class ArchivedParentTest {

    @TempDir
    private Path folder;

    private Path child(String parent) throws IOException {
        return Files.writeString(
                folder.resolve("child.json"),
                "{\"id\": \"child\", \"title\": \"C\", \"extends\": \"" + parent + "\", \"readings\": {}}");
    }

    private Path archived(String name) throws IOException {
        String json =
                Invocation.of("assess", Invocation.BASELINE, "--format", "json").out();
        return Files.writeString(folder.resolve(name), json);
    }

    @Test
    void parentIsTheScenarioBehindIt() throws IOException {
        archived("baseline-2018.json");
        Invocation run = Invocation.of("validate", child("baseline-2018"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains(Shipped.indicators() + " inherited");
    }

    @Test
    void missingParentIsReportedAsUnknown() throws IOException {
        archived("status-quo.json");
        Invocation run = Invocation.of("validate", child("status-quo"));
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err())
                .contains("There is no scenario \"status-quo\". Did you mean status-quo-2025?")
                .contains("[UNKNOWN_PARENT]");
    }

    @Test
    void archivedAssessmentAsInputIsNamedAsSuch() throws IOException {
        Invocation run = Invocation.of("assess", archived("kept.json"));
        assertThat(run.code()).isEqualTo(65);
        assertThat(run.err()).contains("1 problem").contains("This is an archived assessment, not a scenario");
    }
}

package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.testkit.Invocation;
import entente.testkit.Shipped;
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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"45%", "45,5", "high"})
    void valueThatIsNoNumberIsNamedWithTheAllowedRange(String value) {
        Invocation run = Invocation.of("assess", Invocation.BASELINE, "--set", "prc_export_share_west5_pct=" + value);
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("\"" + value + "\" is not a reading").contains("0 to 80");
    }

    @ParameterizedTest
    @CsvSource({
        "assess, baseline-2018, ",
        "flip, status-quo-2025, --up",
        "explain, baseline-2018, ",
        "sensitivity, taiwan-war, ",
    })
    void idIsTheShippedScenario(String command, String id, String option) {
        Object file = Shipped.SCENARIOS.resolve(id + ".json");
        Invocation byId = option == null
                ? Invocation.of(command, id, "--format", "json")
                : Invocation.of(command, id, option, "--format", "json");
        assertThat(byId.code()).as(byId.err()).isZero();
        assertThat(byId)
                .isEqualTo(
                        option == null
                                ? Invocation.of(command, file, "--format", "json")
                                : Invocation.of(command, file, option, "--format", "json"));
    }

    @Test
    void idsAreComparedAndNamedAsGiven() {
        Path later = Shipped.SCENARIOS.resolve("status-quo-2025.json");
        assertThat(Invocation.of("compare", "baseline-2018", "status-quo-2025"))
                .isEqualTo(Invocation.of("compare", Invocation.BASELINE, later));
        assertThat(Invocation.of("validate", "baseline-2018").out()).startsWith("baseline-2018: valid;");
    }

    /** The launcher is a file in the working directory whose name could be an id. */
    @Test
    void fileOfThatNameTakesPrecedence() throws IOException {
        Files.copy(Invocation.BASELINE, folder.resolve("entente.json"));
        Files.copy(Invocation.BASELINE, folder.resolve("other.json"));
        Home home = new Home(Shipped.RULES, folder, Shipped.CACHE);
        assertThat(Invocation.with(home, "validate", "other").code()).isZero();
        assertThat(Invocation.with(home, "validate", "entente").code()).isEqualTo(65);
    }

    @ParameterizedTest
    @CsvSource({
        "baseline-2019, Did you mean baseline-2018?",
        "baseline2018.json, Did you mean baseline-2018?",
        "taiwan, Did you mean taiwan-war?",
        "scenarios/baseline-2019.json, Did you mean scenarios/baseline-2018.json?",
        "status, Did you mean status-quo-2025 or status-conflict-1958?",
    })
    void missingInputSuggestsSimilarNames(String name, String suggestion) {
        for (Object[] line : new Object[][] {{"assess", name}, {"explain", name}, {"validate", name}}) {
            assertThat(Invocation.of(line))
                    .isEqualTo(new Invocation(66, "", name + ": there is no scenario here. " + suggestion + "\n"));
        }
    }

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

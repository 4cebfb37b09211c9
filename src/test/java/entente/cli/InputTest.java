package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.scenario.FolderScenarioSource;
import entente.scenario.ScenarioSource;
import entente.testkit.Folders;
import entente.testkit.Golden;
import entente.testkit.Invocation;
import entente.testkit.ProgramRun;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Inputs that are not regular files, or cannot be read. */
@Timeout(60)
class InputTest {

    @TempDir
    private Path folder;

    private Path pipe(String name) throws InterruptedException {
        Path pipe = folder.resolve(name);
        ProgramRun.of("mkfifo", pipe.toString()).ok();
        return pipe;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void pipeIsRead() throws Exception {
        Path pipe = pipe("pipe");
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
        Path pipe = pipe("parent.json");
        assertThat(FolderScenarioSource.read(pipe)).isEmpty();
        assertThat(new FolderScenarioSource(List.of(folder)).find("parent")).isEmpty();
    }

    private Input.Content failing(IOException failure) {
        return Input.read(folder.resolve("a.json"), file -> {
            throw failure;
        });
    }

    @Test
    void faultOfReadingIsNamed() {
        Input.Content denied = failing(new AccessDeniedException("a.json"));
        assertThat(denied.fault()).contains("permission denied");
        assertThat(new Input("a.json", () -> denied, ScenarioSource.none(), List::of)
                        .missingMessage(denied, "scenario"))
                .isEqualTo("a.json: permission denied.");
        assertThat(failing(new IOException("Input/output error")).fault()).contains("reading failed");
        assertThat(Input.read(folder.resolve("none.json"))).isEqualTo(Input.Content.MISSING);
    }

    @Test
    void idIsTheShippedScenarioAndNamedAsGiven() {
        Path later = Shipped.SCENARIOS.resolve("status-quo-2025.json");
        for (Object[] same : new Object[][] {{"assess"}, {"flip", "--up"}, {"compare", Invocation.BASELINE}}) {
            Invocation byId =
                    Invocation.of(same, "status-quo-2025", "--format", "json").ok();
            assertThat(byId).isEqualTo(Invocation.of(same, later, "--format", "json"));
        }
        assertThat(Invocation.output("validate", "baseline-2018")).startsWith("baseline-2018: valid;");
    }

    /** The launcher is a file in the working directory whose name could be an id. */
    @Test
    void fileOfThatNameTakesPrecedence() throws IOException {
        Files.copy(Invocation.BASELINE, folder.resolve("entente.json"));
        Files.copy(Invocation.BASELINE, folder.resolve("other.json"));
        Home home = new Home(Shipped.RULES, folder, Shipped.CACHE);
        Invocation.with(home, "validate", "other").ok();
        Invocation.with(home, "validate", "entente").expect(65);
    }

    @ParameterizedTest
    @CsvSource({
        "assess, baseline-2019, Did you mean baseline-2018?",
        "assess, baseline2018.json, Did you mean baseline-2018?",
        "explain, taiwan, Did you mean taiwan-war?",
        "validate, scenarios/baseline-2019.json, Did you mean scenarios/baseline-2018.json?",
        "assess, status, Did you mean status-quo-2025 or status-conflict-1958?",
    })
    void missingInputSuggestsSimilarNames(String command, String name, String suggestion) {
        assertThat(Invocation.of(command, name))
                .isEqualTo(new Invocation(66, "", name + ": there is no scenario here. " + suggestion + "\n"));
    }

    private Path child(String parent) throws IOException {
        return Files.writeString(
                folder.resolve("child.json"),
                "{\"id\": \"child\", \"title\": \"C\", \"extends\": \"" + parent + "\", \"readings\": {}}");
    }

    private Path archived(String name) throws IOException {
        String json =
                Invocation.output("assess", Invocation.BASELINE, "--format", "json");
        return Files.writeString(folder.resolve(name), json);
    }

    @Test
    void parentIsTheScenarioBehindIt() throws IOException {
        archived("baseline-2018.json");
        assertThat(Invocation.output("validate", child("baseline-2018"))).contains(Shipped.indicators() + " inherited");
    }

    @Test
    void missingParentIsReportedAsUnknown() throws IOException {
        archived("status-quo.json");
        Invocation run = Invocation.of("validate", child("status-quo")).expect(65);
        assertThat(run.err())
                .contains("There is no scenario \"status-quo\". Did you mean status-quo-2025?")
                .contains("[UNKNOWN_PARENT]");
    }

    @Test
    void archivedAssessmentAsInputIsNamedAsSuch() throws IOException {
        Invocation run = Invocation.of("assess", archived("kept.json")).expect(65);
        assertThat(run.err()).contains("1 problem").contains("This is an archived assessment, not a scenario");
    }

    static final Path BAD = Golden.RESOURCES.resolve("scenarios").resolve("bad");

    static List<String> names() {
        return Folders.names(BAD).stream().filter(name -> name.endsWith(".json")).toList();
    }

    /** One line for each problem, as {@code validate --format json} reports it. */
    @Tag("thorough")
    @Test
    void everyProblemIsReportedAsExpected() throws IOException {
        List<Object> args = new ArrayList<>(List.of("validate", "--format", "json"));
        names().forEach(name -> args.add(BAD.resolve(name)));
        Invocation run = Invocation.of(args.toArray()).expect(65);
        assertThat(run.err()).isEmpty();
        StringBuilder problems = new StringBuilder();
        for (JsonNode file : run.json()) {
            assertThat(file.get("valid").asBoolean()).isFalse();
            for (JsonNode problem : file.get("errors")) {
                problems.append(Path.of(file.get("input").asString()).getFileName());
                problem.forEach(member ->
                        problems.append(' ').append(member.isArray() ? member.toString() : member.asString()));
                problems.append('\n');
            }
        }
        Golden.check(Golden.RESOURCES.resolve("golden").resolve("problems.txt"), problems.toString());
    }

    @Test
    void validScenariosAreAssessedRegardlessOfInvalidOnes() throws IOException {
        for (String id : Shipped.scenarioIds()) {
            Files.copy(Shipped.SCENARIOS.resolve(id + ".json"), folder.resolve(id + ".json"));
        }
        Invocation alone = Invocation.of("assess", folder, "--format", "ndjson").ok();
        // A reading of 2011 in a scenario of 2010, on purpose.
        assertThat(alone.err().lines()).allMatch(line -> line.contains("Please check"));
        assertThat(alone.out().lines()).hasSize(Shipped.scenarioIds().size());

        List<String> bad = names();
        for (String name : bad) {
            Files.copy(BAD.resolve(name), folder.resolve(name));
        }
        Invocation mixed = Invocation.of("assess", folder, "--format", "ndjson").expect(1);
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
}

package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import entente.testkit.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs by the id of a shipped scenario, and suggestions for missing ones. */
class ShippedIdsTest {

    @TempDir
    private Path folder;

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
}

package entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import entente.testkit.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExploreCommandTest {

    private static final String SCENARIO = "scenarios/total-decoupling.json";
    private static final String SHOCK = "shock_suddenness=any";

    /** Reach up to seven verdicts. */
    private static final List<String> MANY_VERDICTS = Stream.of(
                    "border_or_proxy_incident",
                    "treaty_commitment_level",
                    "political_will_to_ally",
                    "shared_shock_severity",
                    "shock_suddenness",
                    "prc_export_share_west5_pct",
                    "interoperability_stage",
                    "us_reaction_severity_expected")
            .flatMap(indicator -> Stream.of("--set", indicator + "=any"))
            .toList();

    @TempDir
    private Path folder;

    private static String text(String... arguments) {
        Invocation run = Invocation.of((Object[]) arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out().replace('\u00A0', ' ').replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void oneScreenIsEnough(String scenario) {
        for (List<String> uncertain : List.of(
                List.<String>of(),
                List.of("--set", SHOCK, "--set", "prc_export_share_west5_pct=5..15..30"),
                List.of("--set", SHOCK, "--set", "prc_export_share_west5_pct=5..15..30", "--unrated-any"),
                MANY_VERDICTS)) {
            List<Object> arguments = new ArrayList<>(List.of("explore", "scenarios/" + scenario + ".json"));
            arguments.addAll(uncertain);
            Invocation run = Invocation.of(arguments.toArray());
            String answer = run.out().replaceFirst("(?s)  Suppose that .*?\\n\\n", "");
            assertThat(answer.lines().count()).as("below what is supposed").isLessThanOrEqualTo(30);
            assertThat(run.out().lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        }
    }

    @Test
    void lockNeedsDiscover() {
        Invocation run = Invocation.of("explore", SCENARIO, "--lock", "commitment");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("--lock is for --discover");
    }

    @Test
    void scenarioWithoutUncertainReadingsSaysSo() throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.json"), "{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"shock_suddenness\": 1}}");
        assertThat(text("explore", file.toString()))
                .contains("No reading is uncertain: the likelihood is")
                .contains("--unrated-any");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--given | shock_suddeness=low | Did you mean shock_suddenness?",
                "--given | shock_suddenness=lowish | a grade is very_low, low",
                "--given | shock_suddenness=very_low | has this grade in no case"
            })
    void faultyOptionIsExplained(String option, String value, String message) {
        Invocation run = Invocation.of("explore", SCENARIO, option, value);
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains(message);
    }
}

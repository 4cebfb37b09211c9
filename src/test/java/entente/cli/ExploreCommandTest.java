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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    @Test
    void answersInWordsWhatIsProbableAndWhatDecidesIt() {
        assertThat(text("explore", SCENARIO, "--set", SHOCK))
                .contains("The verdict is unlikely (20–45 %) in 80.0 % of cases.")
                .contains("What decides the likelihood alone with others Suddenness of a shock to both 100 % 100 %")
                .contains("Roughly even: “Suddenness of a shock to both” is very high in 100 % of such cases, 20.0 % of"
                        + " all.")
                .contains("Counted exactly over six uncertain readings")
                // Alone, a reading explains no more than with others.
                .doesNotContain("< 1 % 0 %");
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
    void lockedReadingIsInNoCondition() {
        String treaty = "treaty_commitment_level=MODERATE:0.9,VERY_HIGH:0.1";
        String obvious = text("explore", SCENARIO, "--set", SHOCK, "--set", treaty, "--discover", "very-likely");
        assertThat(obvious).contains("Conditions for at least very likely If “Commitment by treaty” is");
        assertThat(text(
                        "explore",
                        SCENARIO,
                        "--set",
                        SHOCK,
                        "--set",
                        treaty,
                        "--discover",
                        "very-likely",
                        "--lock",
                        "commitment"))
                .contains("Conditions for at least very likely")
                .doesNotContain("If “Commitment by treaty” is");
    }

    @Test
    void lockNeedsDiscover() {
        Invocation run = Invocation.of("explore", SCENARIO, "--lock", "commitment");
        assertThat(run.code()).isEqualTo(64);
        assertThat(run.err()).contains("--lock is for --discover");
    }

    @Test
    void conditionIsNamedInTheAnswer() {
        assertThat(text("explore", SCENARIO, "--set", SHOCK, "--given", "shock_suddenness=very-high"))
                .contains(
                        "Given that “Suddenness of a shock to both” is very high, the verdict is roughly even (45–55 %) in"
                                + " every case.");
    }

    @Test
    void scenarioWithoutUncertainReadingsSaysSo() throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.json"), "{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"shock_suddenness\": 1}}");
        assertThat(text("explore", file.toString()))
                .contains("No reading is uncertain: the likelihood is")
                .contains("--unrated-any");
    }

    @Test
    void everyFormatTellsTheSameProbability() {
        JsonNode json = JsonMapper.shared().readTree(text("explore", SCENARIO, "--set", SHOCK, "--format", "json"));
        assertThat(json.get("bands").get("UNLIKELY").asDouble()).isBetween(0.7999999, 0.8000001);
        assertThat(json.get("exact").asBoolean()).isTrue();
        for (String format : new String[] {"md", "html"}) {
            assertThat(text("explore", SCENARIO, "--set", SHOCK, "--format", format))
                    .contains("80.0 %", "If the verdict were known");
        }
        assertThat(Invocation.of("explore", SCENARIO, "--set", SHOCK, "--format", "csv")
                        .out())
                .contains("\"shock_suddenness\"", "\"VERY_HIGH\",0.2,");
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

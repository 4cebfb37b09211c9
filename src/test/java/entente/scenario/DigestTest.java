package entente.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Scenario;
import entente.testkit.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The digest of a scenario depends on its content, not its form. */
class DigestTest {

    private static final String PLAIN =
            "{\"schemaVersion\": \"1\", \"id\": \"a\", \"title\": \"A\", \"horizonYears\": 5,"
                    + " \"readings\": {\"western_sanctions_on_rus\": 2, \"prc_export_share_us_pct\": 11.5}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // order, white space, the mark of some editors
                "\uFEFF{\"readings\":{\"prc_export_share_us_pct\":11.5,\"western_sanctions_on_rus\":2},\"title\":\"A\",\"id\":\"a\"}",
                // forms of one number
                "{\"id\": \"a\", \"title\": \"A\", \"readings\": {\"western_sanctions_on_rus\": 2.0, \"prc_export_share_us_pct\": 1150e-2}}",
                // forms of one reading, an escaped letter
                "{\"id\": \"\\u0061\", \"title\": \"A\", \"readings\": {\"western_sanctions_on_rus\": {\"value\": 2, \"low\": 2, \"high\": 2},"
                        + " \"prc_export_share_us_pct\": {\"value\": 11.50, \"status\": \"known\"}}}",
                // what is unknown and what is not mentioned
                "{\"$schema\": \"x\", \"id\": \"a\", \"title\": \"A\", \"readings\": {\"western_sanctions_on_rus\": 2, \"prc_export_share_us_pct\": 11.5,"
                        + " \"political_will_to_ally\": \"unknown\", \"cultural_affinity\": {\"status\": \"unknown\"}},"
                        + " \"assumptions\": {\"weights\": {\"alliance\": {}}, \"without\": []}, \"sources\": []}"
            })
    void equalForEquivalentFiles(String other) {
        assertThat(Shipped.parse(other).sha256()).isEqualTo(Shipped.parse(PLAIN).sha256());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\": \"a\" > \"id\": \"b\"",
                "\"title\": \"A\" > \"title\": \"B\"",
                "\"horizonYears\": 5 > \"horizonYears\": 10",
                "rus\": 2 > rus\": 3",
                "rus\": 2 > rus\": {\"value\": 2, \"low\": 1}",
                "rus\": 2 > rus\": {\"value\": 2, \"status\": \"assumed\"}",
                "rus\": 2 > rus\": {\"value\": 2, \"grade\": \"B2\"}",
                "rus\": 2 > rus\": {\"value\": 2, \"note\": \"n\"}",
                "rus\": 2 > rus\": {\"value\": 2, \"asOf\": \"2020-01-01\"}",
                "11.5 > 11.50000000001",
                "\"readings\" > \"narrative\": \"n\", \"readings\"",
                "\"readings\" > \"asOf\": \"2020-01-01\", \"readings\"",
                "\"readings\" > \"sources\": [{\"id\": \"S\", \"ref\": \"r\"}], \"readings\"",
                "\"readings\" > \"assumptions\": {\"without\": [\"no_switch\"]}, \"readings\"",
                "\"readings\" > \"assumptions\": {\"baseRatePercent\": 3}, \"readings\"",
                "\"readings\" > \"observed\": {\"relationship\": \"MIXED\", \"allianceInForce\": true, \"source\": \"s\"}, \"readings\""
            })
    void differsForDifferentScenarios(String edit) {
        String[] parts = edit.split(" > ", -1);
        String edited = PLAIN.replace(parts[0], parts[1]);
        assertThat(edited).isNotEqualTo(PLAIN);
        assertThat(Shipped.parse(edited).sha256())
                .isNotEqualTo(Shipped.parse(PLAIN).sha256());
    }

    @Test
    void resolvedFormIsCompactAndSorted() {
        assertThat(Shipped.parse(PLAIN).resolved())
                .isEqualTo("{\"horizonYears\":5,\"id\":\"a\",\"readings\":{"
                        + "\"prc_export_share_us_pct\":{\"status\":\"known\",\"value\":11.5},"
                        + "\"western_sanctions_on_rus\":{\"status\":\"known\",\"value\":2}},"
                        + "\"schemaVersion\":\"1\",\"title\":\"A\"}");
    }

    @ParameterizedTest
    @MethodSource("entente.testkit.Shipped#scenarioIds")
    void resolvedFormResolvesToItself(String id) {
        Scenario scenario = Shipped.scenario(id);
        Scenario again = Shipped.parse(scenario.resolved());
        assertThat(again.resolved()).isEqualTo(scenario.resolved());
        assertThat(again.sha256()).isEqualTo(scenario.sha256());
    }

    @Test
    void readingsFollowCatalogueOrder() {
        assertThat(Shipped.parse(PLAIN).readings().keySet())
                .containsExactlyElementsOf(
                        Shipped.BOOK.book().catalogue().positions().keySet());
    }
}

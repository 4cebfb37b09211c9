package entente.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import entente.model.Problem;
import entente.model.Reading;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.Scenario.Source;
import entente.testkit.Shipped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inheritance through {@code extends}, and the digest of what a scenario holds. */
class InheritanceTest {

    private static final String GRANDPARENT = """
            {"id": "grandparent", "title": "G", "asOf": "2001-07-16", "horizonYears": 10, "narrative": "long ago",
             "readings": {
               "western_sanctions_on_rus": {"value": 1, "low": 0, "high": 2, "source": "S1", "grade": "B2", "note": "n"},
               "rus_west_relations": 7, "political_will_to_ally": 2, "cultural_affinity": 3},
             "sources": [{"id": "S1", "ref": "first"}, {"id": "S2", "ref": "second"}],
             "assumptions": {"baseRatePercent": 50}, "observed":
               {"relationship": "MIXED", "allianceInForce": false, "source": "S1"}}""";
    private static final String PARENT = """
            {"id": "parent", "title": "P", "extends": "grandparent", "horizonYears": 1,
             "readings": {"rus_west_relations": 5, "political_will_to_ally": "unknown"},
             "sources": [{"id": "S2", "ref": "second, corrected"}]}""";
    private static final String CHILD = """
            {"id": "child", "title": "C", "extends": "parent",
             "readings": {"cultural_affinity": {"value": 0, "source": "S2"}}}""";
    private static final ScenarioSource SHELF =
            new MapScenarioSource(Map.of("grandparent", GRANDPARENT, "parent", PARENT));

    private static ScenarioResult read(String json, ScenarioSource shelf) {
        return Shipped.READER.read(json.getBytes(StandardCharsets.UTF_8), shelf);
    }

    private static Scenario accepted(String json, ScenarioSource shelf) {
        return Shipped.accepted(read(json, shelf));
    }

    private static List<Problem> refused(String json, ScenarioSource shelf) {
        return Shipped.problems(read(json, shelf));
    }

    @Test
    void inheritsReadingsSourcesDateAndHorizonFromNearestAncestor() {
        Scenario child = accepted(CHILD, SHELF);
        assertThat(child.asOf()).contains(LocalDate.of(2001, 7, 16));
        assertThat(child.horizonYears()).isEqualTo(1);
        assertThat(child.sources()).containsExactly(new Source("S1", "first"), new Source("S2", "second, corrected"));
        assertThat(child.reading("rus_west_relations").range().orElseThrow().value())
                .isEqualTo(5);
        assertThat(child.reading("political_will_to_ally").status()).isEqualTo(ReadingStatus.UNKNOWN);
        Reading sanctions = child.reading("western_sanctions_on_rus");
        assertThat(sanctions.range().orElseThrow().high()).isEqualTo(2);
        assertThat(sanctions.grade()).get().hasToString("B2");
        assertThat(sanctions.note()).contains("n");
    }

    @Test
    void readingsNameTheScenarioTheyAreInheritedFrom() {
        Scenario child = accepted(CHILD, SHELF);
        assertThat(child.reading("western_sanctions_on_rus").inheritedFrom()).contains("grandparent");
        assertThat(child.reading("rus_west_relations").inheritedFrom()).contains("parent");
        assertThat(child.reading("cultural_affinity").inheritedFrom()).isEmpty();
        assertThat(child.reading("india_prc_hostility").inheritedFrom()).isEmpty();
    }

    @Test
    void doesNotInheritNarrativeAssumptionsAndObservation() {
        Scenario child = accepted(CHILD, SHELF);
        assertThat(child.narrative()).isEmpty();
        assertThat(child.assumptions().isDefault()).isTrue();
        assertThat(child.observed()).isEmpty();
    }

    @Test
    void digestIgnoresWhereReadingsAreInheritedFrom() {
        Scenario child = accepted(CHILD, SHELF);
        Scenario alone = accepted(child.resolved(), ScenarioSource.none());
        assertThat(alone.resolved()).isEqualTo(child.resolved());
        assertThat(alone.sha256()).isEqualTo(child.sha256());
        assertThat(alone.reading("rus_west_relations").inheritedFrom()).isEmpty();
    }

    @Test
    void reportsCompleteCycle() {
        ScenarioSource circle = new MapScenarioSource(
                Map.of("a", scenario("a", "b"), "b", scenario("b", "c"), "c", scenario("c", "a")));
        assertThat(refused(scenario("a", "b"), circle)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("CYCLE");
            assertThat(p.detail()).endsWith("a → b → c → a.");
        });
        assertThat(refused(scenario("outside", "a"), circle))
                .extracting(Problem::code)
                .containsExactly("CYCLE");
    }

    @Test
    void allowsAtMostSixteenAncestors() {
        Map<String, String> line = new TreeMap<>();
        for (int i = 1; i < 40; i++) {
            line.put("s" + i, scenario("s" + i, "s" + (i + 1)));
        }
        line.put("s40", "{\"id\": \"s40\", \"title\": \"t\", \"readings\": {}}");
        assertThat(accepted(scenario("s", "s25"), new MapScenarioSource(line)).id())
                .isEqualTo("s");
        assertThat(refused(scenario("s", "s24"), new MapScenarioSource(line)))
                .extracting(Problem::code)
                .containsExactly("TOO_MANY_PARENTS");
    }

    private static String scenario(String id, String parent) {
        return "{\"id\": \"" + id + "\", \"title\": \"t\", \"extends\": \"" + parent + "\", \"readings\": {}}";
    }

    @Test
    void reportsProblemsOfParentAndChild() {
        ScenarioSource shelf = new MapScenarioSource(Map.of("parent", "{\"id\": \"parent\", \"readings\": {}}"));
        assertThat(refused(CHILD.replace("\"value\": 0", "\"value\": 9"), shelf))
                .extracting(p -> p.pointer() + " " + p.code())
                .containsExactly("#/extends PARENT_INVALID", "#/readings/cultural_affinity/value OUT_OF_RANGE");
    }

    @Test
    void findsSourcesOfAnyAncestor() {
        assertThat(accepted(CHILD.replace("S2", "S1"), SHELF)
                        .reading("cultural_affinity")
                        .source())
                .contains("S1");
        assertThat(refused(CHILD.replace("S2", "S3"), SHELF))
                .extracting(Problem::code, Problem::allowed)
                .containsExactly(org.assertj.core.api.Assertions.tuple("UNKNOWN_SOURCE", List.of("S1", "S2")));
    }

    @Test
    void anUnknownSourceIsReportedBesideOtherProblemsOfItsReading() {
        assertThat(refused(CHILD.replace("S2", "S3").replace("\"value\": 0", "\"value\": 9"), SHELF))
                .extracting(p -> p.pointer() + " " + p.code())
                .containsExactly(
                        "#/readings/cultural_affinity/value OUT_OF_RANGE",
                        "#/readings/cultural_affinity/source UNKNOWN_SOURCE");
    }

    // The digest of a scenario depends on its content, not its form.

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

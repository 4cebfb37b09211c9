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

/** Inheritance through {@code extends}. */
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
}

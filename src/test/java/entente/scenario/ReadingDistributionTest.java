package entente.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entente.model.Grade;
import entente.model.Percent;
import entente.model.Problem;
import entente.model.Reading;
import entente.model.ReadingDistribution.GradeWeights;
import entente.model.ReadingDistribution.Shape;
import entente.model.ReadingStatus;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.testkit.Property;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingDistributionTest {

    private static final String SHARE = "prc_export_share_west5_pct";
    private static final String SHOCK = "shared_shock_severity";

    private static String file(String id, String reading) {
        return "{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"" + id + "\": " + reading + "}}";
    }

    private static Reading reading(String json) {
        return Shipped.parse(file(SHARE, json)).reading(SHARE);
    }

    private static List<String> codes(String json) {
        byte[] bytes = file(SHARE, json).getBytes(UTF_8);
        return Shipped.problems(Shipped.READER.read(bytes, Shipped.SHELF)).stream()
                .map(Problem::code)
                .toList();
    }

    private static Reading set(String id, String text) {
        return Shipped.with("status-quo-2025", Map.of(id, text)).reading(id);
    }

    @Test
    void rangeHasAShape() {
        Reading reading = reading("{\"value\": 10, \"low\": 5, \"high\": 20, \"distribution\": \"triangular\"}");
        assertThat(reading.distribution()).contains(Shape.TRIANGULAR);
        assertThat(reading.range()).contains(new ValueRange(10, 5, 20));
    }

    @Test
    void weightsThatAreSetKeepAValueWhoseGradeIsAmongThemOrTakeTheMedianGrade() {
        String reaction = "us_reaction_severity_expected";
        double value =
                Shipped.scenario("status-quo-2025").reading(reaction).value().orElseThrow();
        assertThat(Shipped.with("status-quo-2025", Map.of(reaction, "HIGH:0.6,VERY_HIGH:0.4"))
                        .reading(reaction)
                        .value())
                .hasValue(value);
        assertThat(Shipped.with("status-quo-2025", Map.of(reaction, "LOW:0.6,MODERATE:0.4"))
                        .reading(reaction)
                        .value())
                .as("the median grade")
                .hasValue(1);
    }

    @Test
    void weightsAsObjectAndAsTextAreTheSame() {
        Reading object = reading("{\"grades\": {\"HIGH\": 0.7, \"LOW\": 0.3, \"MODERATE\": 0}}");
        assertThat(object.distribution()).contains(new GradeWeights(Map.of(Grade.LOW, 0.3, Grade.HIGH, 0.7)));
        assertThat(object.status()).isEqualTo(ReadingStatus.KNOWN);
        assertThat(reading("{\"grades\": \"low: 0.3, HIGH:0.7\"}")).isEqualTo(object);
    }

    @Test
    void weightsRoundedToThreeDigitsAreMadeToAddUp() {
        Reading thirds = reading("{\"grades\": {\"LOW\": 0.333, \"MODERATE\": 0.333, \"HIGH\": 0.333}}");
        assertThat(thirds.distribution().orElseThrow())
                .isInstanceOfSatisfying(
                        GradeWeights.class,
                        weights -> assertThat(weights.byGrade())
                                .allSatisfy(
                                        (grade, weight) -> assertThat(weight).isCloseTo(1 / 3.0, within(1e-15))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"grades\": {\"LOW\": 0.3, \"HIGH\": 0.6}} | WEIGHTS_NOT_ONE",
                "{\"grades\": {}} | WEIGHTS_NOT_ONE",
                "{\"grades\": {\"LOW\": -0.3, \"HIGH\": 1.3}} | OUT_OF_RANGE",
                "{\"grades\": {\"LOW\": 1e308, \"HIGH\": 1e308}} | OUT_OF_RANGE",
                "{\"grades\": {\"LOWISH\": 1}} | UNKNOWN_FIELD",
                "{\"grades\": {\"LOW\": \"1\"}} | WRONG_TYPE",
                "{\"grades\": 3} | WRONG_TYPE",
                "{\"grades\": \"LOW:0.3,LOW:0.7\"} | WRONG_TYPE",
                "{\"grades\": \"LOW\"} | WRONG_TYPE",
                "{\"grades\": {\"UNKNOWN\": 1}} | CONTRADICTION",
                "{\"value\": 10, \"low\": 5, \"grades\": {\"LOW\": 1}} | CONTRADICTION",
                "{\"value\": 10, \"distribution\": \"triangular\"} | CONTRADICTION",
                "{\"value\": 10, \"low\": 5, \"high\": 20, \"distribution\": \"gaussian\"} | UNKNOWN_WORD"
            })
    void faultyDistributionIsRefused(String json, String code) {
        assertThat(codes(json)).contains(code);
    }

    @Test
    void optionsSetRangesAndWeights() {
        assertThat(set(SHARE, "5..25").range()).contains(new ValueRange(15, 5, 25));
        assertThat(set(SHARE, "5..25").distribution()).contains(Shape.UNIFORM);
        assertThat(set(SHOCK, "1..4").range()).contains(new ValueRange(2, 1, 4));
        assertThat(set(SHARE, "5..10..25").range()).contains(new ValueRange(10, 5, 25));
        assertThat(set(SHARE, "5..10..25").distribution()).contains(Shape.TRIANGULAR);
        assertThat(set(SHARE, "LOW:0.3,high:0.7").distribution())
                .contains(new GradeWeights(Map.of(Grade.LOW, 0.3, Grade.HIGH, 0.7)));
        assertThat(set(SHARE, "any").distribution().orElseThrow().text())
                .isEqualTo("VERY_LOW:0.2,LOW:0.2,MODERATE:0.2,HIGH:0.2,VERY_HIGH:0.2");
    }

    @ParameterizedTest
    @CsvSource({"25..5", "5..5", "5..30..25", "5..", "a..b", "1..2..3..4", "5..200", "1.5..2.5..x", "LOW:1:2"})
    void faultyOptionIsRefused(String text) {
        ScenarioResult result = Shipped.READER.read(
                Shipped.bytes(Shipped.SCENARIOS.resolve("status-quo-2025.json")),
                Shipped.SHELF,
                new ScenarioOverrides(Map.of(SHARE, text), Optional.empty(), List.of()));
        assertThat(result).as(text).isInstanceOf(ScenarioResult.Refused.class);
    }

    /** The digest covers the distribution, and the resolved scenario reads as the same again. */
    @Test
    void resolvedScenarioKeepsTheDistribution() {
        Scenario scenario = Shipped.parse(file(SHARE, "{\"grades\": {\"LOW\": 0.3, \"HIGH\": 0.7}}"));
        Scenario again = Shipped.parse(scenario.resolved());
        assertThat(again.reading(SHARE)).isEqualTo(scenario.reading(SHARE));
        assertThat(again.sha256()).isEqualTo(scenario.sha256());
        assertThat(scenario.sha256())
                .isNotEqualTo(Shipped.parse(file(SHARE, "\"unknown\"")).sha256());
    }

    /** The upper end where the treaty has this grade. */
    private static Percent high(String grade) {
        return Shipped.ASSESSOR
                .assess(Shipped.with("status-quo-2025", Map.of("treaty_commitment_level", grade + ":1")))
                .verdict()
                .interval()
                .high();
    }

    /** The interval covers the grades with a weight only. */
    @Test
    void assessmentCoversTheGradesWithAWeight() {
        var any = Shipped.ASSESSOR.assess(Shipped.with("status-quo-2025", Map.of("treaty_commitment_level", "any")));
        var some = Shipped.ASSESSOR.assess(
                Shipped.with("status-quo-2025", Map.of("treaty_commitment_level", "LOW:0.5,MODERATE:0.5")));
        assertThat(any.verdict().interval().high()).isEqualTo(high("VERY_HIGH"));
        assertThat(some.verdict().interval().high()).isEqualTo(high("MODERATE")).isLessThan(high("VERY_HIGH"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"grades\": {\"MODERATE\": 0.2, \"HIGH\": 0.5, \"VERY_HIGH\": 0.3} | 3",
                "\"grades\": {\"MODERATE\": 0.2, \"HIGH\": 0.5, \"VERY_HIGH\": 0.3}, \"status\": \"known\" | 3",
                "\"grades\": {\"MODERATE\": 0.2, \"HIGH\": 0.5, \"VERY_HIGH\": 0.3}, \"status\": \"assumed\" | 3",
                "\"grades\": {\"LOW\": 0.5, \"HIGH\": 0.5} | 1",
                "\"value\": 2, \"grades\": {\"LOW\": 0.5, \"HIGH\": 0.5} | 2"
            })
    void weightsWithoutAValueStandForTheirLowerMedian(String reading, double value) {
        assertThat(Shipped.parse("{\"schemaVersion\": \"1\", \"id\": \"weighted\", \"title\": \"Weighted\", "
                                + "\"extends\": \"status-quo-2025\", \"readings\": {\"" + "political_will_to_ally"
                                + "\": {" + reading
                                + "}}}")
                        .reading("political_will_to_ally")
                        .value())
                .hasValue(value);
    }

    /**
     * A way in which the reading {@link #SOUND} is faulty.
     *
     * @param members in place of its own; null leaves a member out
     * @param needed the members without which it is no fault
     */
    private record Fault(Map<String, @Nullable String> members, Set<String> needed) {

        private static Fault of(String name, @Nullable String value, String... needed) {
            Map<String, @Nullable String> members = new TreeMap<>();
            members.put(name, value);
            return new Fault(members, Set.of(needed));
        }

        /** Whether both are faults of one reading. */
        private boolean goesWith(Fault other) {
            return Stream.concat(members.keySet().stream(), needed.stream()).noneMatch(other.members.keySet()::contains)
                    && other.needed.stream().noneMatch(members.keySet()::contains);
        }
    }

    private static final Map<String, String> SOUND = Map.of(
            "value",
            "15",
            "low",
            "10",
            "high",
            "20",
            "distribution",
            "\"uniform\"",
            "status",
            "\"known\"",
            "grade",
            "\"B2\"",
            "asOf",
            "\"2018-12-31\"",
            "note",
            "\"n\"");

    private static final List<Fault> FAULTS = List.of(
            Fault.of("value", "150"),
            Fault.of("value", "\"high\""),
            Fault.of("value", "null"),
            Fault.of("value", "[]"),
            Fault.of("value", "1e999"),
            Fault.of("value", null, "status", "low", "high", "grades"),
            Fault.of("value", "\"unknown\"", "status", "low", "high"),
            Fault.of("value", "5", "low"),
            Fault.of("value", "25", "high"),
            Fault.of("low", "-1"),
            Fault.of("low", "\"10\""),
            Fault.of("high", "101"),
            Fault.of("high", "true"),
            new Fault(Map.of("low", "20", "high", "10"), Set.of()),
            new Fault(Map.of("low", "70", "high", "60", "value", "99"), Set.of()),
            Fault.of("status", "\"unknown\""),
            Fault.of("status", "\"unknwon\""),
            Fault.of("status", "3"),
            Fault.of("distribution", "\"normal\""),
            Fault.of("distribution", "7"),
            Fault.of("grades", "{\"LOW\": 0.5}"),
            Fault.of("grades", "\"LOW:x,HIGHER:1,LOW:1\""),
            Fault.of("grades", "{\"LOWISH\": 1, \"LOW\": -1, \"HIGH\": \"1\"}"),
            Fault.of("source", "\"S9\""),
            Fault.of("source", "9"),
            Fault.of("grade", "\"Z9\""),
            Fault.of("asOf", "\"2018-02-30\""),
            Fault.of("asOf", "2018"),
            Fault.of("note", "[]"),
            Fault.of("notes", "\"n\""));

    private static List<String> faults(List<Fault> some) {
        Map<String, @Nullable String> members = new TreeMap<>(SOUND);
        some.forEach(fault -> members.putAll(fault.members()));
        String reading = members.entrySet().stream()
                .filter(member -> member.getValue() != null)
                .map(member -> "\"" + member.getKey() + "\": " + member.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
        return Shipped.problems(Shipped.READER.read(file(SHARE, reading).getBytes(UTF_8), Shipped.SHELF)).stream()
                .map(problem -> problem.pointer() + " " + problem.code() + " " + problem.detail())
                .toList();
    }

    /** A fault is reported beside others as it is alone. */
    @Test
    void readingHasAllItsFaultsReportedAtOnce() {
        assertThat(faults(List.of())).isEmpty();
        assertThat(FAULTS)
                .allSatisfy(fault -> assertThat(faults(List.of(fault))).isNotEmpty());
        for (int n = 0; n < Property.cases(); n++) {
            List<Fault> shuffled = new ArrayList<>(FAULTS);
            Collections.shuffle(shuffled, new Random(Property.SEED + n));
            List<Fault> some = new ArrayList<>();
            shuffled.stream()
                    .filter(fault -> some.stream().allMatch(fault::goesWith))
                    .forEach(some::add);
            List<Fault> few = some.subList(0, 2 + n % (some.size() - 1));
            List<String> alone = few.stream()
                    .flatMap(fault -> faults(List.of(fault)).stream())
                    .distinct()
                    .toList();
            assertThat(faults(few)).as("case %s: %s", n, few).containsAll(alone);
        }
    }
}

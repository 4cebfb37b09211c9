package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.briefing.Briefings.Request;
import entente.model.Grade;
import entente.model.GradeScale;
import entente.model.Indicator;
import entente.model.LikelihoodScale;
import entente.model.Percent;
import entente.model.Reading;
import entente.model.Scenario;
import entente.model.ValueRange;
import entente.model.assessment.Assessment;
import entente.report.briefing.Briefing;
import entente.report.briefing.Briefing.Probabilities;
import entente.report.briefing.Briefing.TermProbability;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.testkit.Property;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Readings of which a scenario gives weights on grades: what is computed and what is printed of them. */
class WeightedReadingsTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);
    private static final String WILL = "political_will_to_ally";

    /** Scenarios in the law; each is assessed once for each combination of grades. */
    private static final int CASES = Math.max(20, Property.cases() / 50);

    private static final Briefings BRIEFINGS = new Briefings(Shipped.BOOK, Optional.empty());

    private static String scenario(String readings) {
        return "{\"schemaVersion\": \"1\", \"id\": \"weighted\", \"title\": \"Weighted\", "
                + "\"extends\": \"status-quo-2025\", \"readings\": {" + readings + "}}";
    }

    @Test
    void probabilitiesInBriefingsAreThoseOfTheCompletions() {
        for (int n = 0; n < CASES; n++) {
            compare("case " + n, new SplittableRandom(Property.SEED + n));
        }
    }

    private static void compare(String where, SplittableRandom random) {
        List<Indicator> shuffled = new ArrayList<>(RandomWorlds.INDICATORS);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        Map<String, Map<Grade, Double>> weights = new TreeMap<>();
        shuffled.subList(0, 1 + random.nextInt(3)).forEach(one -> weights.put(one.id(), weights(random)));
        Scenario base = certain(RandomWorlds.SHIPPED.get(random.nextInt(RandomWorlds.SHIPPED.size())));
        Scenario scenario = Shipped.parse(parsed(base, weights));
        Map<Percent, Double> cases = new TreeMap<>();
        count(base.withReadings(base.readings()), new ArrayList<>(weights.entrySet()), 1, cases);

        Assessment assessment = Shipped.ASSESSOR.assess(scenario);
        cases.keySet()
                .forEach(likelihood -> assertThat(likelihood)
                        .as(where)
                        .isBetween(
                                assessment.verdict().interval().low(),
                                assessment.verdict().interval().high()));
        assertThat(assessment.verdict().likelihood()).as(where).isIn(cases.keySet());

        for (LikelihoodScale scale : LikelihoodScale.values()) {
            Briefing briefing = BRIEFINGS.write(Request.first(BriefingScenario.of(scenario), scale));
            Probabilities printed = briefing.probabilities().orElseThrow();
            Map<String, Double> terms = new LinkedHashMap<>();
            cases.forEach((likelihood, probability) ->
                    terms.merge(VerdictSentences.words(likelihood, scale), probability, Double::sum));
            assertThat(printed.terms())
                    .as(where)
                    .extracting(TermProbability::term)
                    .containsExactlyElementsOf(terms.keySet());
            printed.terms()
                    .forEach(term -> assertThat(term.probability())
                            .as(where + " " + term)
                            .isCloseTo(terms.get(term.term()), EXACT));
            double expected = cases.entrySet().stream()
                    .mapToDouble(one -> one.getKey().value() * one.getValue())
                    .sum();
            assertThat(printed.expectedPercent()).as(where).isCloseTo(expected, EXACT);
            assertThat(printed.text())
                    .as(where)
                    .contains(
                            "the expected likelihood is " + Wording.percent(printed.expectedPercent()),
                            "figures are rounded",
                            "independent");
            printed.terms().stream()
                    .filter(term -> term.probability() >= 0.01 && term.probability() < 0.999)
                    .forEach(term -> assertThat(printed.text())
                            .as(where)
                            .contains(term.term() + " in " + rounded(100 * term.probability()) + " of cases"));
        }
    }

    private static String rounded(double percent) {
        return BigDecimal.valueOf(percent).setScale(1, RoundingMode.HALF_EVEN) + "" + Wording.GLUE + "%";
    }

    /** Positive weights in hundredths on one to four grades. */
    private static Map<Grade, Double> weights(SplittableRandom random) {
        List<Grade> grades = new ArrayList<>(List.of(Grade.values()).subList(1, Grade.values().length));
        Collections.shuffle(grades, new Random(random.nextLong()));
        Map<Grade, Double> weights = new TreeMap<>();
        int left = 100;
        int size = 2 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            int weight = i + 1 == size ? left : 1 + random.nextInt(left - (size - i));
            weights.put(grades.get(i), weight / 100.0);
            left -= weight;
        }
        return weights;
    }

    /** Each range at its value. */
    private static Scenario certain(Scenario scenario) {
        Map<String, Reading> readings = new LinkedHashMap<>(scenario.readings());
        readings.replaceAll((id, reading) -> reading.withDistribution(Optional.empty())
                .withRange(reading.range().map(range -> new ValueRange(range.value(), range.value(), range.value()))));
        return scenario.withReadings(readings);
    }

    private static String parsed(Scenario base, Map<String, Map<Grade, Double>> weights) {
        List<String> readings = new ArrayList<>();
        base.readings().forEach((id, reading) -> {
            Map<Grade, Double> weighted = weights.get(id);
            if (weighted != null) {
                List<String> members = new ArrayList<>();
                weighted.forEach((grade, weight) -> members.add("\"" + grade + "\": " + weight));
                readings.add("\"" + id + "\": {\"grades\": {" + String.join(", ", members) + "}}");
            } else if (reading.range().isPresent()) {
                readings.add("\"" + id + "\": "
                        + BigDecimal.valueOf(reading.value().getAsDouble()).toPlainString());
            }
        });
        return "{\"schemaVersion\": \"1\", \"id\": \"law\", \"title\": \"Law\", \"horizonYears\": "
                + base.horizonYears() + ", \"readings\": {" + String.join(", ", readings) + "}}";
    }

    /** Each combination of grades, assessed as a scenario of its own. */
    private static void count(
            Scenario scenario,
            List<Map.Entry<String, Map<Grade, Double>>> open,
            double probability,
            Map<Percent, Double> cases) {
        if (open.isEmpty()) {
            Scenario bare = Shipped.parse(parsed(scenario, Map.of()));
            cases.merge(Shipped.ASSESSOR.assess(bare).verdict().likelihood(), probability, Double::sum);
            return;
        }
        Indicator indicator =
                Shipped.BOOK.book().catalogue().indicator(open.get(0).getKey());
        GradeScale scale = indicator.scale();
        open.get(0)
                .getValue()
                .forEach((grade, weight) -> count(
                        RandomWorlds.with(
                                scenario,
                                Reading.known(indicator.id(), scale.middle(grade, indicator.low(), indicator.high()))),
                        open.subList(1, open.size()),
                        probability * weight,
                        cases));
    }

    @Test
    void weightsNeedNoValueAndStandForTheirMedianInTheVerdict() {
        for (String status : List.of("", ", \"status\": \"known\"", ", \"status\": \"assumed\"")) {
            Scenario weighted = Shipped.parse(scenario("\"" + WILL
                    + "\": {\"grades\": {\"MODERATE\": 0.2, \"HIGH\": 0.5, \"VERY_HIGH\": 0.3}" + status + "}"));
            assertThat(weighted.reading(WILL).value()).as(status).hasValue(3);
        }
        assertThat(Shipped.parse(scenario("\"" + WILL + "\": {\"grades\": {\"LOW\": 0.5, \"HIGH\": 0.5}}"))
                        .reading(WILL)
                        .value())
                .as("of two medians the lower one")
                .hasValue(1);
        assertThat(Shipped.parse(
                                scenario("\"" + WILL + "\": {\"value\": 2, \"grades\": {\"LOW\": 0.5, \"HIGH\": 0.5}}"))
                        .reading(WILL)
                        .value())
                .as("a value that the author gives")
                .hasValue(2);
    }
}

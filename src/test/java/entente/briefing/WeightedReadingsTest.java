package entente.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import entente.analysis.exploration.Exploration;
import entente.analysis.exploration.ExplorationResult.VerdictProbabilities;
import entente.briefing.Briefings.Request;
import entente.model.LikelihoodScale;
import entente.model.Scenario;
import entente.report.briefing.Briefing.Probabilities;
import entente.report.briefing.Briefing.TermProbability;
import entente.report.wording.VerdictSentences;
import entente.report.wording.Wording;
import entente.testkit.Shipped;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings of which a scenario gives weights on grades: what is computed and what is printed of them. */
class WeightedReadingsTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);
    private static final String WILL = "political_will_to_ally";

    /** Those of an exploration, which its own tests compare with the count of all cases. */
    @Test
    void probabilitiesInABriefingAreThoseOfTheExploration() {
        Scenario scenario = Shipped.with(
                "status-quo-2025",
                Map.of(WILL, "LOW:0.25,VERY_HIGH:0.75", "treaty_commitment_level", "LOW:0.4,VERY_HIGH:0.6"));
        VerdictProbabilities explored =
                new Exploration(Shipped.ASSESSOR).explore(scenario).verdict();
        for (LikelihoodScale scale : LikelihoodScale.values()) {
            Probabilities printed = new Briefings(Shipped.BOOK, Optional.empty())
                    .write(Request.first(BriefingScenario.of(scenario), scale))
                    .probabilities()
                    .orElseThrow();
            Map<String, Double> terms = new LinkedHashMap<>();
            explored.likelihoods()
                    .forEach(one -> terms.merge(
                            VerdictSentences.words(one.likelihood(), scale), one.probability(), Double::sum));
            assertThat(printed.terms()).extracting(TermProbability::term).containsExactlyElementsOf(terms.keySet());
            printed.terms().forEach(term -> {
                assertThat(term.probability()).as(term.term()).isCloseTo(terms.get(term.term()), EXACT);
                assertThat(printed.text())
                        .contains(String.format(
                                Locale.ROOT,
                                "%s in %.1f%s%% of cases",
                                term.term(),
                                100 * term.probability(),
                                Wording.GLUE));
            });
            assertThat(printed.expectedPercent()).isCloseTo(explored.meanPercent(), EXACT);
            assertThat(printed.text())
                    .contains(
                            "the expected likelihood is " + Wording.percent(explored.meanPercent()),
                            "figures are rounded",
                            "independent");
        }
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
    void weightsWithoutAValueStandForTheirLowerMedianInTheVerdict(String reading, double value) {
        assertThat(Shipped.parse("{\"schemaVersion\": \"1\", \"id\": \"weighted\", \"title\": \"Weighted\", "
                                + "\"extends\": \"status-quo-2025\", \"readings\": {\"" + WILL + "\": {" + reading
                                + "}}}")
                        .reading(WILL)
                        .value())
                .hasValue(value);
    }
}

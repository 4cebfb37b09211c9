package entente.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import entente.benchmark.BodyShapes;
import entente.benchmark.BodyShapes.Shape;
import entente.document.ProblemCollector;
import entente.document.Suggestion;
import entente.model.Problem;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Effort is bounded by the reported problems, not by the number of problems in a document. */
class CostlyBodiesTest {

    private static final BodyShapes SHAPES = new BodyShapes(new String(
            Shipped.bytes(Shipped.SCENARIOS.resolve("baseline-2018.json")), java.nio.charset.StandardCharsets.UTF_8));

    static Stream<Map.Entry<String, Shape>> shapes() {
        return SHAPES.invalid().entrySet().stream()
                .filter(shape -> shape.getValue().path().startsWith("assessments"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void storesOnlyProblemsThatAreReported(Map.Entry<String, Shape> shape) {
        assertThat(shape.getValue().bytes()).hasSizeLessThanOrEqualTo(1 << 20);
        ScenarioResult result = Shipped.READER.read(shape.getValue().bytes(), ScenarioSource.none());
        assertThat(result).isInstanceOf(ScenarioResult.Refused.class);
        List<Problem> problems = ((ScenarioResult.Refused) result).problems();
        assertThat(problems.stream().filter(problem -> problem != Problem.UNREPORTED))
                .hasSizeLessThanOrEqualTo(Problem.MAX_REPORTED);
    }

    @Test
    void countsEveryProblem() {
        StringBuilder readings = new StringBuilder("\"x0\": 1");
        for (int i = 1; i < 1_000; i++) {
            readings.append(", \"x").append(i).append("\": 1");
        }
        String json = "{\"id\": \"a\", \"title\": \"b\", \"readings\": {" + readings + "}}";
        ScenarioResult result =
                Shipped.READER.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), ScenarioSource.none());
        List<Problem> problems = ((ScenarioResult.Refused) result).problems();
        assertThat(problems).hasSize(1_001);
        assertThat(problems.get(0).code()).isEqualTo("OTHER_RULE_BOOK");
        assertThat(problems.get(99).pointer()).isEqualTo("#/readings/x98");
        assertThat(problems.get(100)).isSameAs(Problem.UNREPORTED);
    }

    @Test
    void computesSuggestionsOnDemand() {
        List<String> computed = new ArrayList<>();
        ProblemCollector problems = ProblemCollector.bounded();
        for (int i = 0; i < 1_000; i++) {
            int column = 1_000 - i;
            problems.add(
                    new entente.document.SourceLocation(1, column),
                    () -> new Problem(
                            "#",
                            "UNKNOWN",
                            "Unknown.",
                            List.of(),
                            () -> {
                                computed.add("" + column);
                                return Optional.empty();
                            },
                            1,
                            column));
        }
        List<Problem> all = problems.all();
        assertThat(computed).isEmpty();
        assertThat(all.subList(0, Problem.MAX_REPORTED))
                .extracting(Problem::column)
                .startsWith(1, 2, 3)
                .endsWith(99, 100);
        all.get(0).suggestion();
        assertThat(computed).containsExactly("1");
    }

    @Test
    void doesNotSearchLongListsOfTheInputForSuggestions() {
        List<String> known = Stream.iterate(0, i -> i + 1)
                .limit(1_000)
                .map(i -> "source-" + i)
                .toList();
        assertThat(Suggestion.closest("source_1", known)).isEmpty();
    }
}

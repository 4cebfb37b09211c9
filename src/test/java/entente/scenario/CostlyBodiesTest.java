package entente.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import entente.document.ProblemCollector;
import entente.document.Suggestion;
import entente.model.Problem;
import entente.testkit.Invocation;
import entente.testkit.JsonSchemas;
import entente.testkit.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Effort is bounded by the reported problems, not by the number of problems in a document. */
class CostlyBodiesTest {

    private static final BodyShapes SHAPES = new BodyShapes(new String(
            Shipped.bytes(Shipped.SCENARIOS.resolve("baseline-2018.json")), java.nio.charset.StandardCharsets.UTF_8));

    static Set<Map.Entry<String, String>> shapes() {
        return SHAPES.invalid().entrySet();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void storesOnlyProblemsThatAreReported(Map.Entry<String, String> shape) {
        byte[] bytes = shape.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(bytes).hasSizeLessThanOrEqualTo(1 << 20);
        ScenarioResult result = Shipped.READER.read(bytes, ScenarioSource.none());
        assertThat(result).isInstanceOf(ScenarioResult.Refused.class);
        List<Problem> problems = ((ScenarioResult.Refused) result).problems();
        assertThat(problems.stream().filter(problem -> problem != Problem.UNREPORTED))
                .hasSizeLessThanOrEqualTo(Problem.MAX_REPORTED);
    }

    @Test
    void atMostAHundredProblemsAreListedAndTheRestCounted() {
        int many = Problem.MAX_REPORTED + 23;
        // One problem more says that the scenario is probably for another rule book.
        String readings =
                IntStream.range(1, many).mapToObj(n -> "\"x" + n + "\": 1").collect(Collectors.joining(","));
        String bad = "{\"id\": \"a\", \"title\": \"A\", \"readings\": {" + readings + "}}";
        String json = Invocation.fed(bad, "validate", "-", "--format", "json").out();
        assertThat(json).contains("\"errorsOmitted\": 23");
        assertThat(JsonSchemas.named("validation").problems(json)).isEmpty();
        String err = Invocation.fed(bad, "assess", "-").err();
        assertThat(err)
                .startsWith("standard input: " + many + " problems, not assessed\n")
                .contains("[OTHER_RULE_BOOK]")
                .endsWith("\n  and 23 more\n");
        assertThat(err.lines().filter(line -> line.startsWith("  #"))).hasSize(Problem.MAX_REPORTED);
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

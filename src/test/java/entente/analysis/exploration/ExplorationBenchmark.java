package entente.analysis.exploration;

import entente.analysis.exploration.diagram.Diagram;
import entente.analysis.exploration.diagram.DiagramCompiler;
import entente.analysis.exploration.diagram.DiagramTooLargeException;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.model.exploration.ExplorationQuestion;
import entente.scoring.ScoredScenario;
import entente.testkit.Shipped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An exploration of the shipped book with every reading uncertain beside one whole assessment. Run with
 * {@code src/test/sh/benchmarks.sh ExplorationBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ExplorationBenchmark {

    private static final Scenario NOTHING = Shipped.parse("{\"id\": \"s\", \"title\": \"S\", \"readings\": {}}");

    private final Scenario rated = Shipped.scenario("baseline-2018");
    private final ExplorationQuestion question =
            new ExplorationQuestion(NOTHING, Map.of(), List.of(), true, Optional.empty(), Optional.empty());
    private final Exploration exploration = new Exploration(Shipped.ASSESSOR);
    private final ScoredScenario scored = Shipped.ASSESSOR.scored(NOTHING);
    private final Priors priors = Priors.of(question, Shipped.BOOK.book().catalogue());
    private final Diagram diagram;

    public ExplorationBenchmark() {
        try {
            diagram = compiler().compile();
        } catch (DiagramTooLargeException tooLarge) {
            throw new IllegalStateException(tooLarge);
        }
    }

    private DiagramCompiler compiler() {
        return new DiagramCompiler(scored.model(), priors.support(), ExactCases.MOST_STATES);
    }

    @Benchmark
    public Assessment wholeAssessment() {
        return Shipped.ASSESSOR.assess(rated);
    }

    /** The probability of each likelihood over 5^41 cases, for a diagram that is compiled. */
    @Benchmark
    public SortedMap<Integer, Double> distribution() {
        return new ExactPasses(diagram, Shipped.BOOK.book(), scored.base(), priors).byPoints();
    }

    @Benchmark
    public Diagram compilation() throws DiagramTooLargeException {
        return compiler().compile();
    }

    /** With relationships, all indices, pairs and most probable cases. */
    @Benchmark
    public ExplorationResult everything() {
        return exploration.explore(question);
    }
}

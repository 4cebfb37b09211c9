package entente.analysis.exploration;

import entente.model.ExplorationQuestion;
import entente.model.Grade;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.rulebook.Inference;
import entente.scoring.ScoredScenario;
import entente.testkit.Shipped;
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
 * One whole assessment (verdict, ledger, interval, robustness, confidence, outlook) beside one bare session of Drools over
 * the same rules and readings, and an exploration of the shipped book with every reading uncertain. Run with
 * {@code src/test/sh/benchmarks.sh}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {

    private static final Scenario NOTHING = Shipped.parse("{\"id\": \"s\", \"title\": \"S\", \"readings\": {}}");

    private final Scenario rated = Shipped.scenario("baseline-2018");
    private final Inference drools = Shipped.BOOK.drools();
    private final Grade[] grades =
            ScoredScenario.grades(rated, Shipped.BOOK.book().catalogue());
    private final ExplorationQuestion question = new ExplorationQuestion(NOTHING, Map.of(), true, Optional.empty());
    private final Exploration exploration = new Exploration(Shipped.ASSESSOR);
    private final ScoredScenario scored = Shipped.ASSESSOR.scored(NOTHING);
    private final Priors priors = Priors.of(question, Shipped.BOOK.book().catalogue());
    private final Diagram diagram = compilation();

    @Benchmark
    public Assessment wholeAssessment() {
        return Shipped.ASSESSOR.assess(rated);
    }

    @Benchmark
    public boolean[] bareDroolsSession() {
        return drools.satisfiedRules(grades);
    }

    /** The probability of each likelihood over 5^41 cases, for a diagram that is compiled. */
    @Benchmark
    public SortedMap<Integer, Double> distribution() {
        WorkLimits.Budget all = new WorkLimits.Budget(Long.MAX_VALUE);
        DiagramSums sums = new DiagramSums(diagram, scored, priors, WorkLimits.STANDARD, 1, all);
        return ExactCases.byPoints(sums, sums.forward(priors.byGrade())[sums.layers()]);
    }

    @Benchmark
    public Diagram compilation() {
        return new DiagramCompiler(scored.model(), priors.support()).compile(new WorkLimits.Budget(Long.MAX_VALUE));
    }

    /** With relationships, all indices, pairs and most probable cases. */
    @Benchmark
    public ExplorationResult everything() {
        return exploration.explore(question);
    }
}

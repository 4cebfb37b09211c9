package entente.benchmark;

import entente.model.Grade;
import entente.model.Scenario;
import entente.model.assessment.Assessment;
import entente.rulebook.Inference;
import entente.scoring.Assessor;
import entente.scoring.ScoredScenario;
import entente.testkit.Shipped;
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
 * A whole assessment (verdict, ledger, interval, robustness, confidence, outlook) beside one bare session of Drools over the
 * same rules and readings. Run with {@code src/test/sh/benchmarks.sh}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AssessBenchmark {

    private final Assessor assessor = Shipped.ASSESSOR;
    private final Inference drools = Shipped.BOOK.drools();
    private final Scenario scenario = Shipped.scenario("baseline-2018");
    private final Grade[] grades =
            ScoredScenario.grades(scenario, Shipped.BOOK.book().catalogue());

    @Benchmark
    public Assessment wholeAssessment() {
        return assessor.assess(scenario);
    }

    @Benchmark
    public boolean[] bareDroolsSession() {
        return drools.satisfiedRules(grades);
    }
}

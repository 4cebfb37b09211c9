package entente.benchmark;

import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.LikelihoodScale;
import entente.model.Points;
import entente.model.assessment.Assessment;
import entente.report.media.AssessmentMedia;
import entente.report.media.AssessmentMedium;
import entente.rulebook.Inference;
import entente.scenario.ScenarioResult;
import entente.scoring.ScoringModel;
import entente.scoring.ScoringOutcome;
import entente.testkit.RandomWorlds;
import entente.testkit.Shipped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * The parts of an assessment: inference and scoring of random graded scenarios, reading and writing of a shipped one. Run
 * with {@code src/test/sh/benchmarks.sh PartsBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PartsBenchmark {

    private static final long SEED = 2019;
    /** So many that the branch prediction of the processor cannot learn them; a power of two. */
    private static final int SCENARIOS = 1 << 14;

    private static final String SHIPPED = "baseline-2018";

    private final Inference drools = Shipped.BOOK.drools();
    private final ScoringModel model = new ScoringModel(Shipped.BOOK.book(), Shipped.BOOK.tables(), Assumptions.NONE);
    private final Grade[][] grades = grades();
    private final boolean[][] satisfied =
            Arrays.stream(grades).map(model::satisfiedRules).toArray(boolean[][]::new);
    private final byte[] file = Shipped.bytes(Shipped.SCENARIOS.resolve(SHIPPED + ".json"));
    private final Assessment assessment = Shipped.assess(SHIPPED);
    private final AssessmentMedium.Options options =
            AssessmentMedium.Options.summary(LikelihoodScale.ICD203, Optional.empty());
    private int next;

    private static Grade[][] grades() {
        Random random = new Random(SEED);
        return Stream.generate(() -> Stream.generate(() -> Grade.values()[random.nextInt(Grade.values().length)])
                        .limit(RandomWorlds.INDICATORS.size())
                        .toArray(Grade[]::new))
                .limit(SCENARIOS)
                .toArray(Grade[][]::new);
    }

    private int next() {
        next = next + 1 & SCENARIOS - 1;
        return next;
    }

    @Benchmark
    public boolean[] inferenceByDrools() {
        return drools.satisfiedRules(grades[next()]);
    }

    @Benchmark
    public boolean[] inferenceByTruthTables() {
        return model.satisfiedRules(grades[next()]);
    }

    @Benchmark
    public ScoringOutcome scoringOfSatisfiedRules() {
        return model.outcome(satisfied[next()], Points.ZERO);
    }

    @Benchmark
    public ScenarioResult readingOfAFile() {
        return Shipped.READER.read(file, Shipped.SHELF);
    }

    @Benchmark
    public byte[] writingOfText() {
        return AssessmentMedia.TEXT.write(assessment, options);
    }

    @Benchmark
    public byte[] writingOfJson() {
        return AssessmentMedia.JSON.write(assessment, options);
    }
}

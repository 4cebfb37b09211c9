package entente.benchmark;

import entente.analysis.ensemble.EnsembleDesign;
import entente.analysis.ensemble.EnsembleEvaluator;
import entente.analysis.ensemble.EnsembleKernel;
import entente.analysis.ensemble.GradeColumns;
import entente.analysis.ensemble.GradeDistribution;
import entente.analysis.ensemble.OutcomeColumns;
import entente.model.Assumptions;
import entente.model.Grade;
import entente.model.Indicator;
import entente.model.Points;
import entente.rulebook.Inference;
import entente.scoring.GradedScenario;
import entente.scoring.ScoringModel;
import entente.testkit.Shipped;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The cost of one variant of an ensemble of which all indicators of the shipped book are varied: plain Drools sessions,
 * straight-line Java, the kernel alone, and each design with the kernel. Run with {@code src/test/sh/benchmarks.sh
 * EnsembleBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class EnsembleBenchmark {

    private static final int VARIANTS = 4096;
    private static final long SIZE = 100_000_000;

    private final List<Indicator> indicators = Shipped.BOOK.book().catalogue().indicators();
    private final ScoringModel model = new ScoringModel(Shipped.BOOK.book(), Shipped.BOOK.tables(), Assumptions.NONE);
    private final Points base = ScoringModel.basePoints(Shipped.BOOK.book(), Assumptions.NONE, 10);
    private final EnsembleEvaluator kernel = new EnsembleKernel(
                    model,
                    base,
                    new GradedScenario(Shipped.BOOK.book().catalogue(), new Grade[indicators.size()]),
                    IntStream.range(0, indicators.size()).toArray())
            .evaluator();
    private final List<GradeDistribution> any =
            Collections.nCopies(indicators.size(), GradeDistribution.of(0.1, 0.18, 0.18, 0.18, 0.18, 0.18));
    private final EnsembleDesign random = EnsembleDesign.random(SIZE, 1, any);
    private final EnsembleDesign latinHypercube = EnsembleDesign.latinHypercube(SIZE, 1, any);
    private final EnsembleDesign sobol = EnsembleDesign.sobol(SIZE, 1, any);
    private final EnsembleDesign grid = EnsembleDesign.fullGrid(IntStream.range(0, indicators.size())
            .mapToObj(i -> i < 24 ? GradeDistribution.uniform(Grade.values()) : GradeDistribution.uniform(Grade.LOW))
            .toList());
    private final GradeColumns batch = new GradeColumns(indicators.size(), VARIANTS);
    private final OutcomeColumns outcomes = new OutcomeColumns(VARIANTS);
    private final StraightLineEvaluator straightLine = StraightLineJava.compile(model, base);
    private final Inference drools = Shipped.BOOK.drools();
    private final byte[][] rows = new byte[VARIANTS][indicators.size()];
    private int next;

    public EnsembleBenchmark() {
        random.fill(0, VARIANTS, batch);
        kernel.evaluate(batch, outcomes);
        for (int v = 0; v < VARIANTS; v++) {
            for (int i = 0; i < indicators.size(); i++) {
                rows[v][i] = batch.column(i)[v];
            }
            straightLine.evaluate(rows[v]);
            if (straightLine.points != outcomes.points()[v]
                    || straightLine.tenths != outcomes.percentTenths()[v]
                    || straightLine.partnership != outcomes.partnership()[v]
                    || straightLine.relationship != outcomes.relationships()[v]) {
                throw new IllegalStateException("straight-line Java and the kernel differ in variant " + v);
            }
        }
    }

    @Benchmark
    public boolean[] plainDroolsSession() {
        byte[] row = rows[next++ & VARIANTS - 1];
        return drools.satisfiedRules(
                IntStream.range(0, row.length).mapToObj(i -> Grade.values()[row[i]]).toArray(Grade[]::new));
    }

    @Benchmark
    @OperationsPerInvocation(VARIANTS)
    public void straightLineJava(Blackhole sink) {
        for (byte[] row : rows) {
            straightLine.evaluate(row);
            sink.consume(straightLine.points + straightLine.tenths + straightLine.relationship);
        }
    }

    @Benchmark
    @OperationsPerInvocation(VARIANTS)
    public OutcomeColumns kernelAlone() {
        kernel.evaluate(batch, outcomes);
        return outcomes;
    }

    @Benchmark
    @OperationsPerInvocation(VARIANTS)
    public OutcomeColumns randomDesignWithKernel() {
        return evaluate(random);
    }

    @Benchmark
    @OperationsPerInvocation(VARIANTS)
    public OutcomeColumns latinHypercubeWithKernel() {
        return evaluate(latinHypercube);
    }

    @Benchmark
    @OperationsPerInvocation(VARIANTS)
    public OutcomeColumns sobolDesignWithKernel() {
        return evaluate(sobol);
    }

    @Benchmark
    @OperationsPerInvocation(VARIANTS)
    public OutcomeColumns fullGridWithKernel() {
        return evaluate(grid);
    }

    private OutcomeColumns evaluate(EnsembleDesign design) {
        design.fill((long) (next++ & 0x3fff) * VARIANTS, VARIANTS, batch);
        kernel.evaluate(batch, outcomes);
        return outcomes;
    }
}

package entente.analysis.ensemble.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import entente.model.exploration.DistributionBasis;
import entente.testkit.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnsembleRunTest {

    private static final int SIZE = 100_003;

    @ParameterizedTest
    @EnumSource
    void countsAreTheSameForEveryNumberOfThreadsAndSizeOfChunks(DesignKind design) {
        Ensemble ensemble = EnsembleSamples.of(design, SIZE, 3);
        OutcomeCounts expected =
                EnsembleSamples.run(ensemble, ensemble.size(), 1).count();
        assertThat(expected.variants()).isEqualTo(design.isGrid() ? 1280 : SIZE);
        for (int threads = 1; threads <= 3; threads++) {
            for (long chunkSize : new long[] {1000, 4096, 4097, 60_000}) {
                OutcomeCounts counts =
                        EnsembleSamples.run(ensemble, chunkSize, threads).count();
                assertThat(counts.sorted())
                        .as("%d threads, chunks of %d", threads, chunkSize)
                        .isEqualTo(expected.sorted());
                assertThat(counts.sha256()).isEqualTo(expected.sha256());
            }
        }
    }

    @Test
    void seedsGiveDifferentCounts() {
        assertThat(EnsembleSamples.run(EnsembleSamples.of(DesignKind.RANDOM, SIZE, 1), SIZE, 1)
                        .count()
                        .sha256())
                .isNotEqualTo(EnsembleSamples.run(EnsembleSamples.of(DesignKind.RANDOM, SIZE, 2), SIZE, 1)
                        .count()
                        .sha256());
    }

    @Test
    @Timeout(60)
    void interruptionOfTheCallerEndsAllThreads() throws InterruptedException {
        Ensemble endless = EnsembleSamples.of(DesignKind.RANDOM, 10_000_000_000L, 1);
        CountDownLatch started = new CountDownLatch(2);
        AtomicInteger running = new AtomicInteger();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                EnsembleSamples.run(endless, 5_000_000_000L, 2).run((chunk, first, variants, evaluator) -> {
                    running.incrementAndGet();
                    started.countDown();
                    try {
                        return evaluator.count(first, variants, batch -> {});
                    } finally {
                        // As a file that is being closed; the interruption also ends the first wait.
                        Thread.interrupted();
                        LockSupport.parkNanos(1);
                        LockSupport.parkNanos(300_000_000);
                        running.decrementAndGet();
                    }
                });
            } catch (CancellationException cancelled) {
                thrown.set(cancelled);
                running.addAndGet(Thread.currentThread().isInterrupted() ? 0 : 100);
            }
        });
        caller.start();
        started.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        assertThat(running).hasValue(0);
    }

    @Test
    void failureOfAChunkEndsTheRun() {
        Ensemble ensemble = EnsembleSamples.of(DesignKind.RANDOM, SIZE, 1);
        assertThatThrownBy(() -> EnsembleSamples.run(ensemble, 10, 2).run((chunk, first, variants, evaluator) -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("disk full");
    }

    @Test
    void scenarioWithoutUncertainReadingsIsRefused() {
        assertThatThrownBy(() -> EnsembleSamples.of(new EnsembleQuestion(
                        Shipped.parse("{\"id\": \"s\", \"title\": \"S\", \"readings\": {}}"),
                        DesignKind.SOBOL,
                        10,
                        1,
                        false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no reading is uncertain");
    }

    @Test
    void unratedReadingsVaryOnRequest() {
        Ensemble ensemble = EnsembleSamples.of(new EnsembleQuestion(
                Shipped.parse("{\"id\": \"s\", \"title\": \"S\", \"readings\": {\"shock_suddenness\": 1}}"),
                DesignKind.SOBOL,
                10,
                1,
                true));
        int indicators = Shipped.BOOK.book().catalogue().indicators().size();
        assertThat(ensemble.varied()).hasSize(indicators - 1).allSatisfy(reading -> {
            assertThat(reading.basis()).isEqualTo(DistributionBasis.ASSUMED_ANY);
            assertThat(reading.grades().values()).containsExactly(0.2, 0.2, 0.2, 0.2, 0.2);
        });
        assertThat(ensemble.unrated()).isZero();
    }

    /** What a million variants allocate is what their 256 batches need to be drawn. */
    @Test
    void memoryIsFlatOverAMillionVariants() throws IOException {
        VariantEvaluator evaluator =
                EnsembleSamples.of(DesignKind.SOBOL, 1 << 20, 1).evaluator();
        evaluator.count(0, 1 << 16, batch -> {});
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        evaluator.count(0, 1 << 20, batch -> {});
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 << 20);
    }

    @Test
    void readingsAreNamedWithTheBasisOfTheirProbabilities() {
        Ensemble ensemble = EnsembleSamples.of(DesignKind.SOBOL, 10, 1);
        assertThat(ensemble.varied())
                .extracting(reading -> Map.entry(reading.indicator().id(), reading.basis()))
                .contains(
                        Map.entry("prc_export_share_west5_pct", DistributionBasis.DENSITY),
                        Map.entry("shock_suddenness", DistributionBasis.WEIGHTS),
                        Map.entry("border_or_proxy_incident", DistributionBasis.WEIGHTS),
                        Map.entry("cultural_affinity", DistributionBasis.ASSUMED_UNIFORM));
    }
}

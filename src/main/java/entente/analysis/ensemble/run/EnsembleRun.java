package entente.analysis.ensemble.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/**
 * Evaluates an ensemble chunk by chunk on several threads. The counts are the same for any number of threads and any
 * size of chunks.
 *
 * @param threads from 1
 * @param progress is told the number of variants done, several times a second, by the calling thread
 */
public record EnsembleRun(EnsembleChunks chunks, int threads, LongConsumer progress) implements ChunkRunner {

    private static final long PROGRESS_MILLIS = 200;
    private static final long MAX_STOP_SECONDS = 30;

    /** If the calling thread is interrupted, no thread is left when this method returns. */
    @Override
    public OutcomeCounts run(ChunkWork work) {
        int workers = (int) Math.min(threads, chunks.count());
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        LongAdder done = new LongAdder();
        AtomicLong next = new AtomicLong();
        List<Future<OutcomeCounts>> parts = new ArrayList<>();
        try {
            for (int worker = 0; worker < workers; worker++) {
                parts.add(pool.submit(() -> run(work, next, done)));
            }
            OutcomeCounts all = new OutcomeCounts();
            for (Future<OutcomeCounts> part : parts) {
                all.addAll(await(part, done));
            }
            return all;
        } finally {
            stop(pool);
        }
    }

    private OutcomeCounts run(ChunkWork work, AtomicLong next, LongAdder done) throws IOException {
        VariantEvaluator evaluator = chunks.ensemble().evaluator();
        OutcomeCounts counts = new OutcomeCounts();
        for (long chunk = next.getAndIncrement(); chunk < chunks.count(); chunk = next.getAndIncrement()) {
            counts.addAll(chunks.run(chunk, work, evaluator));
            done.add(chunks.variants(chunk));
        }
        return counts;
    }

    private OutcomeCounts await(Future<OutcomeCounts> part, LongAdder done) {
        while (true) {
            try {
                return part.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException running) {
                progress.accept(done.sum());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancellationException("the ensemble was interrupted");
            } catch (ExecutionException failed) {
                throw unchecked(Objects.requireNonNullElse(failed.getCause(), failed));
            }
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof IOException failed) {
            return new UncheckedIOException(failed);
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failed ? failed : new IllegalStateException(cause);
    }

    /** Also where the calling thread is interrupted: what the threads write must not go on after this method returns. */
    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            pool.awaitTermination(MAX_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

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
 * @param chunkSize variants per chunk, from 1; the last chunk may have fewer
 * @param threads from 1
 * @param progress is told the number of variants done, several times a second, by the calling thread
 */
public record EnsembleRun(Ensemble ensemble, long chunkSize, int threads, LongConsumer progress) {

    private static final long PROGRESS_MILLIS = 200;
    private static final long MAX_STOP_SECONDS = 30;

    /** Counts the outcomes, and keeps nothing else. */
    public OutcomeCounts count() {
        return run((chunk, first, variants, evaluator) -> evaluator.count(first, variants, batch -> {}));
    }

    /**
     * @return the outcomes of all chunks
     * @throws CancellationException if the calling thread is interrupted; it stays interrupted, and no thread is left
     * @throws UncheckedIOException if the work for a chunk fails to read or write
     */
    public OutcomeCounts run(ChunkWork work) {
        long chunks = chunks();
        int workers = (int) Math.min(threads, chunks);
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        LongAdder done = new LongAdder();
        AtomicLong next = new AtomicLong();
        List<Future<OutcomeCounts>> parts = new ArrayList<>();
        try {
            for (int worker = 0; worker < workers; worker++) {
                parts.add(pool.submit(() -> chunks(work, next, chunks, done)));
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

    /** Number of chunks. */
    public long chunks() {
        return (ensemble.size() + chunkSize - 1) / chunkSize;
    }

    private OutcomeCounts chunks(ChunkWork work, AtomicLong next, long chunks, LongAdder done) throws IOException {
        VariantEvaluator evaluator = ensemble.evaluator();
        OutcomeCounts counts = new OutcomeCounts();
        for (long chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
            long first = chunk * chunkSize;
            long variants = Math.min(chunkSize, ensemble.size() - first);
            counts.addAll(work.run(chunk, first, variants, evaluator));
            done.add(variants);
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

package entente.service.workshop.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was computed last; drops the entry that was not used for longest. All who ask at the same time share one
 * computation.
 */
final class LeastRecent<K, V> {

    /** A computation may fail for a reason of the one who asked first. */
    private static final int MAX_ATTEMPTS = 2;

    private final Map<K, CompletableFuture<V>> entries;

    LeastRecent(int most) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, CompletableFuture<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** @param computing runs in the thread of the first who asks; the others wait, and get its result or its failure */
    V get(K key, Supplier<V> computing) {
        for (int attempt = 1; ; attempt++) {
            CompletableFuture<V> own = new CompletableFuture<>();
            @Nullable CompletableFuture<V> shared;
            synchronized (entries) {
                shared = entries.putIfAbsent(key, own);
            }
            if (shared == null) {
                return compute(key, own, computing);
            }
            try {
                return shared.get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            } catch (ExecutionException failed) {
                if (attempt == MAX_ATTEMPTS) {
                    throw failed.getCause() instanceof RuntimeException refusal
                            ? refusal
                            : new IllegalStateException(failed);
                }
            }
        }
    }

    private V compute(K key, CompletableFuture<V> own, Supplier<V> computing) {
        try {
            V computed = computing.get();
            own.complete(computed);
            return computed;
        } catch (RuntimeException | Error failed) {
            synchronized (entries) {
                entries.remove(key, own);
            }
            own.completeExceptionally(failed);
            throw failed;
        }
    }
}

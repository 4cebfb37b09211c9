package entente.service.workshop.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what was computed last; drops the entry that was not used for longest. */
final class LeastRecent<K, V> {

    private final Map<K, V> entries;

    LeastRecent(int most) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Of two that ask at the same time, both may compute. */
    V get(K key, Supplier<V> computing) {
        @Nullable V known;
        synchronized (entries) {
            known = entries.get(key);
        }
        if (known != null) {
            return known;
        }
        V computed = computing.get();
        synchronized (entries) {
            entries.put(key, computed);
        }
        return computed;
    }
}

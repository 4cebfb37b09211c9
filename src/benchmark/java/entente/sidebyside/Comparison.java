package entente.sidebyside;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs all engines over one workload, in turn. */
final class Comparison {

    private static final int CHECKED_SCENARIOS = 200;
    private static final Duration CHECK = Duration.ofMillis(50);

    private final Map<String, Candidate> candidates = new LinkedHashMap<>();

    Comparison(Workload workload, Map<String, Function<Workload, Candidate>> engines) {
        engines.forEach((name, engine) -> candidates.put(name, engine.apply(workload)));
    }

    /** @throws IllegalStateException if an engine gives other points than expected */
    void check() throws IOException {
        for (String name : candidates.keySet()) {
            for (long checked = 0; checked < CHECKED_SCENARIOS; ) {
                checked += run(name, CHECK).evaluations();
            }
        }
    }

    /** The rates of each engine by round; all engines run in each round, in the opposite order in every second one. */
    Map<String, List<Double>> measure(int rounds, Duration warmUp, Duration slice) throws IOException {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (String name : candidates.keySet()) {
            rates.put(name, new ArrayList<>());
            run(name, warmUp);
        }
        List<String> order = new ArrayList<>(candidates.keySet());
        for (int round = 0; round < rounds; round++) {
            for (String name : order) {
                rates.get(name).add(run(name, slice).rate());
            }
            Collections.reverse(order);
        }
        return rates;
    }

    private Candidate.Sample run(String name, Duration processorTime) throws IOException {
        try {
            return candidates.get(name).run(processorTime);
        } catch (IllegalStateException disagreement) {
            throw new IllegalStateException(name + ", " + disagreement.getMessage(), disagreement);
        }
    }

    void close() {
        candidates.values().forEach(Candidate::close);
    }
}

package entente.sidebyside;

import java.io.IOException;
import java.time.Duration;

/** An engine that holds a workload. */
interface Candidate extends AutoCloseable {

    /**
     * Evaluates scenarios in turn until the process of the engine has used this much processor time.
     *
     * @throws IllegalStateException if the points of a scenario are not the expected ones
     */
    Sample run(Duration processorTime) throws IOException;

    @Override
    default void close() {}

    /** What was evaluated in how much processor time of all threads of the process. */
    record Sample(long evaluations, double seconds) {

        double rate() {
            return evaluations / seconds;
        }
    }
}

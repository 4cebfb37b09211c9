package entente.service.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entente.service.workshop.Boards.LeastRecent;
import entente.testkit.Concurrently;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A result is computed once for all who ask, and again after a failure or when it was dropped. */
@Timeout(60)
class LeastRecentTest {

    private final LeastRecent<String, Integer> results = new LeastRecent<>(2);
    private final AtomicInteger computations = new AtomicInteger();

    private int compute() {
        return computations.incrementAndGet();
    }

    /** Long enough that the others ask meanwhile. */
    private int computeSlowly() {
        int turn = compute();
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return turn;
    }

    @Test
    void allWhoAskAtTheSameTimeShareOneComputation() throws Exception {
        assertThat(Concurrently.times(20, asking -> results.get("a", this::computeSlowly)))
                .containsOnly(1);
        assertThat(computations).hasValue(1);
    }

    @Test
    void failureIsNotKept() {
        assertThatThrownBy(() -> results.get("a", () -> {
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");
        assertThat(results.get("a", this::compute)).isEqualTo(1);
    }

    /** What stopped the first one, such as its deadline, does not stop the others. */
    @Test
    void failureOfTheFirstIsNotThatOfTheOthers() throws Exception {
        List<String> answers = Concurrently.times(8, asking -> {
            try {
                return ""
                        + results.get("a", () -> {
                            int turn = computeSlowly();
                            if (turn == 1) {
                                throw new IllegalStateException("stopped");
                            }
                            return turn;
                        });
            } catch (IllegalStateException failed) {
                return failed.getMessage();
            }
        });
        assertThat(Collections.frequency(answers, "stopped")).isEqualTo(1);
        assertThat(Collections.frequency(answers, "2")).isEqualTo(7);
    }

    @Test
    void leastRecentlyUsedIsDropped() {
        results.get("a", this::compute);
        results.get("b", this::compute);
        results.get("a", this::compute);
        results.get("c", this::compute);
        assertThat(results.get("a", this::compute)).isEqualTo(1);
        assertThat(results.get("b", this::compute)).isEqualTo(4);
    }
}

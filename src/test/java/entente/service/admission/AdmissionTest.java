package entente.service.admission;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.EvaluationExecutor.Cost;
import entente.service.problem.ProblemException;
import entente.service.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many are taken in hand. */
class AdmissionTest {

    private final List<EvaluationExecutor> open = new ArrayList<>();

    private static int taken(EvaluationExecutor admission, Cost cost) {
        int taken = 0;
        while (!admission.isFull(cost)) {
            assertThat(admitted(admission, cost)).isTrue();
            taken++;
        }
        assertThat(admitted(admission, cost)).isFalse();
        assertThat(admission.admitted(cost)).isEqualTo(taken);
        return taken;
    }

    private static boolean admitted(EvaluationExecutor admission, Cost cost) {
        try {
            admission.admit(cost);
            return true;
        } catch (ProblemException overloaded) {
            assertThat(overloaded.type()).isEqualTo(ProblemType.OVERLOADED);
            assertThat(overloaded.retryAfter().orElseThrow()).isBetween(1, 5);
            return false;
        }
    }

    private EvaluationExecutor admission(EvaluationLimits limits, LongSupplier nanoTime) {
        EvaluationExecutor admission = new EvaluationExecutor(limits, new ManualTimeouts(), nanoTime, () -> {});
        open.add(admission);
        return admission;
    }

    private EvaluationExecutor admission(EvaluationLimits limits) {
        return admission(limits, () -> 0);
    }

    @AfterEach
    void close() {
        open.forEach(EvaluationExecutor::close);
    }

    @Test
    void thereIsRoomForAsManyAsHavePlacesAndFitInLine() {
        EvaluationExecutor admission = admission(EvaluationLimits.of(4));
        assertThat(taken(admission, Cost.LIGHT)).isEqualTo(4 + 16);
        assertThat(taken(admission, Cost.HEAVY)).isEqualTo(3 + 8);
        admission.release(Cost.LIGHT);
        assertThat(admitted(admission, Cost.LIGHT)).isTrue();
        assertThat(admitted(admission, Cost.LIGHT)).isFalse();
        assertThat(admitted(admission, Cost.HEAVY)).isFalse();
    }

    @Test
    void withoutALineThereAreThePlaces() {
        EvaluationLimits none = new EvaluationLimits(4, 0, 0, Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(taken(admission(none), Cost.LIGHT)).isEqualTo(4);
        assertThat(taken(admission(none), Cost.HEAVY)).isEqualTo(3);
    }

    private static void sendAway(EvaluationExecutor admission, int times) {
        for (int time = 0; time < times; time++) {
            admission.reject(Cost.LIGHT);
        }
    }

    @Test
    void inAFloodThereIsAQuarterOfTheLineUntilASecondAfterIt() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
        EvaluationExecutor admission = admission(EvaluationLimits.of(4), now::get);
        sendAway(admission, 20);
        assertThat(admission.rejected()).isEqualTo(20);
        assertThat(taken(admission, Cost.HEAVY)).as("heavy").isEqualTo(3 + 8);
        assertThat(taken(admission, Cost.LIGHT)).as("light").isEqualTo(4 + 4);
        now.addAndGet(AdmissionLimit.OVERLOAD_WINDOW_NANOS - 1);
        assertThat(admission.isFull(Cost.LIGHT)).isTrue();
        now.incrementAndGet();
        assertThat(admission.isFull(Cost.LIGHT)).isFalse();
        assertThat(admitted(admission, Cost.LIGHT)).isTrue();
        assertThat(admission.admitted(Cost.LIGHT)).isEqualTo(9);
    }

    @Test
    void aFloodGoesOnWhileManyAreSentAway() {
        AtomicLong now = new AtomicLong();
        EvaluationExecutor admission = admission(EvaluationLimits.of(4), now::get);
        for (int second = 0; second < 5; second++) {
            sendAway(admission, 20);
            now.addAndGet(AdmissionLimit.OVERLOAD_WINDOW_NANOS - 1);
            assertThat(taken(admission, Cost.LIGHT)).as("second %s", second).isEqualTo(8);
            for (int left = 0; left < 8; left++) {
                admission.release(Cost.LIGHT);
            }
            now.incrementAndGet();
        }
    }

    @Test
    void aFewThatWereSentAwayAreNoFlood() {
        AtomicLong now = new AtomicLong();
        EvaluationExecutor admission = admission(EvaluationLimits.of(4), now::get);
        sendAway(admission, 19);
        now.addAndGet(AdmissionLimit.OVERLOAD_WINDOW_NANOS);
        sendAway(admission, 19);
        assertThat(taken(admission, Cost.LIGHT)).isEqualTo(20);
    }

    @Test
    void whoeverIsInsideStaysInside() {
        EvaluationExecutor admission = admission(EvaluationLimits.of(4));
        assertThat(taken(admission, Cost.LIGHT)).isEqualTo(20);
        sendAway(admission, 20);
        for (int left = 0; left < 12; left++) {
            admission.release(Cost.LIGHT);
            assertThat(admitted(admission, Cost.LIGHT))
                    .as("after %s have left", left + 1)
                    .isFalse();
        }
        admission.release(Cost.LIGHT);
        assertThat(admitted(admission, Cost.LIGHT)).isTrue();
    }
}

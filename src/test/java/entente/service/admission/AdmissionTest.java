package entente.service.admission;

import static org.assertj.core.api.Assertions.assertThat;

import entente.service.admission.EvaluationExecutor.Cost;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How many are taken in hand. */
class AdmissionTest {

    private static int taken(Admission admission, Cost cost) {
        int taken = 0;
        while (!admission.isFull(cost)) {
            assertThat(admission.tryAcquire(cost)).isTrue();
            taken++;
        }
        assertThat(admission.tryAcquire(cost)).isFalse();
        assertThat(admission.inProgress(cost)).isEqualTo(taken);
        return taken;
    }

    @Test
    void thereIsRoomForAsManyAsHavePlacesAndFitInLine() {
        Admission admission = new Admission(EvaluationLimits.of(4));
        assertThat(taken(admission, Cost.LIGHT)).isEqualTo(4 + 16);
        assertThat(taken(admission, Cost.HEAVY)).isEqualTo(3 + 8);
        admission.release(Cost.LIGHT);
        assertThat(admission.tryAcquire(Cost.LIGHT)).isTrue();
        assertThat(admission.tryAcquire(Cost.LIGHT)).isFalse();
        assertThat(admission.tryAcquire(Cost.HEAVY)).isFalse();
    }

    @Test
    void withoutALineThereAreThePlaces() {
        EvaluationLimits none = new EvaluationLimits(4, 0, 0, Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(taken(new Admission(none), Cost.LIGHT)).isEqualTo(4);
        assertThat(taken(new Admission(none), Cost.HEAVY)).isEqualTo(3);
    }

    private static void sendAway(Admission admission, int times) {
        for (int time = 0; time < times; time++) {
            admission.recordRejection(Cost.LIGHT);
        }
    }

    @Test
    void inAFloodThereIsAQuarterOfTheLineUntilASecondAfterIt() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
        Admission admission = new Admission(EvaluationLimits.of(4), now::get);
        sendAway(admission, 20);
        assertThat(admission.rejected()).isEqualTo(20);
        assertThat(taken(admission, Cost.HEAVY)).as("heavy").isEqualTo(3 + 8);
        assertThat(taken(admission, Cost.LIGHT)).as("light").isEqualTo(4 + 4);
        now.addAndGet(Admission.OVERLOAD_WINDOW_NANOS - 1);
        assertThat(admission.isFull(Cost.LIGHT)).isTrue();
        assertThat(admission.tryAcquire(Cost.LIGHT)).isFalse();
        now.incrementAndGet();
        assertThat(admission.isFull(Cost.LIGHT)).isFalse();
        assertThat(admission.tryAcquire(Cost.LIGHT)).isTrue();
        assertThat(admission.inProgress(Cost.LIGHT)).isEqualTo(9);
    }

    @Test
    void aFloodGoesOnWhileManyAreSentAway() {
        AtomicLong now = new AtomicLong();
        Admission admission = new Admission(EvaluationLimits.of(4), now::get);
        for (int second = 0; second < 5; second++) {
            sendAway(admission, 20);
            now.addAndGet(Admission.OVERLOAD_WINDOW_NANOS - 1);
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
        Admission admission = new Admission(EvaluationLimits.of(4), now::get);
        sendAway(admission, 19);
        now.addAndGet(Admission.OVERLOAD_WINDOW_NANOS);
        sendAway(admission, 19);
        assertThat(taken(admission, Cost.LIGHT)).isEqualTo(20);
    }

    @Test
    void whoeverIsInsideStaysInside() {
        Admission admission = new Admission(EvaluationLimits.of(4));
        assertThat(taken(admission, Cost.LIGHT)).isEqualTo(20);
        sendAway(admission, 20);
        for (int left = 0; left < 12; left++) {
            admission.release(Cost.LIGHT);
            assertThat(admission.tryAcquire(Cost.LIGHT))
                    .as("after %s have left", left + 1)
                    .isFalse();
        }
        admission.release(Cost.LIGHT);
        assertThat(admission.tryAcquire(Cost.LIGHT)).isTrue();
    }
}

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many evaluations are admitted. */
class AdmissionTest {

    private final List<EvaluationExecutor> open = new ArrayList<>();

    private static final EvaluationLimits FOUR =
            new EvaluationLimits(4, null, null, Duration.ofSeconds(1), Duration.ofSeconds(1));
    private static final EvaluationLimits SMALL =
            new EvaluationLimits(2, 8, 4, Duration.ofSeconds(1), Duration.ofSeconds(1));

    private static int admitUntilFull(EvaluationExecutor admission, Cost cost) {
        int count = 0;
        while (!admission.isFull(cost, Caller.SERVICE)) {
            assertThat(tryAdmit(admission, cost)).isTrue();
            count++;
        }
        assertThat(tryAdmit(admission, cost)).isFalse();
        assertThat(admission.admitted(cost)).isEqualTo(count);
        return count;
    }

    private static boolean tryAdmit(EvaluationExecutor admission, Cost cost) {
        return tryAdmit(admission, cost, Caller.SERVICE);
    }

    private static boolean tryAdmit(EvaluationExecutor admission, Cost cost, Caller caller) {
        try {
            admission.admit(cost, caller);
            return true;
        } catch (ProblemException overloaded) {
            assertThat(overloaded.type()).isEqualTo(ProblemType.OVERLOADED);
            assertThat(overloaded.retryAfter().orElseThrow()).isBetween(1, 5);
            return false;
        }
    }

    /** How many of so many heavy requests of a caller are admitted. */
    private static long admitted(EvaluationExecutor admission, Caller caller, int requests) {
        return IntStream.range(0, requests)
                .filter(request -> tryAdmit(admission, Cost.HEAVY, caller))
                .count();
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
    void capacityIsConcurrencyPlusQueue() {
        EvaluationExecutor admission = admission(FOUR);
        assertThat(admitUntilFull(admission, Cost.LIGHT)).isEqualTo(4 + 64);
        assertThat(admitUntilFull(admission, Cost.HEAVY)).isEqualTo(3 + 32);
        admission.release(Cost.LIGHT, Caller.SERVICE);
        assertThat(tryAdmit(admission, Cost.LIGHT)).isTrue();
        assertThat(tryAdmit(admission, Cost.LIGHT)).isFalse();
        assertThat(tryAdmit(admission, Cost.HEAVY)).isFalse();
    }

    private static Caller caller(String name, boolean guest) {
        return new Caller(name, guest, () -> false);
    }

    @Test
    void oneCallerTakesHalfOfTheCapacity() {
        EvaluationExecutor admission = admission(SMALL);
        Caller greedy = caller("greedy", false);
        assertThat(admitted(admission, greedy, 103)).isEqualTo(3);
        assertThat(admission.isFull(Cost.HEAVY, Caller.SERVICE))
                .as("refusals of one caller are no overload of the others")
                .isFalse();
        assertThat(admitted(admission, caller("other", false), 3)).isEqualTo(3);
        admission.release(Cost.HEAVY, greedy);
        assertThat(admitted(admission, greedy, 1)).isEqualTo(1);
    }

    @Test
    void guestsOfARoomTogetherLeaveCapacityToOthers() {
        EvaluationExecutor admission = admission(SMALL);
        int admitted = 0;
        while (tryAdmit(admission, Cost.HEAVY, caller("guest " + admitted, true))) {
            admitted++;
        }
        assertThat(admitted).isEqualTo(5);
        Caller facilitator = caller("facilitator", false);
        for (int request = 0; request < 3; request++) {
            assertThat(admitted(admission, facilitator, 1)).isEqualTo(1);
            assertThat(admitted(admission, caller("guest", true), 100)).isZero();
            admission.release(Cost.HEAVY, facilitator);
        }
        assertThat(admitted(admission, facilitator, 1)).isEqualTo(1);
        admission.release(Cost.HEAVY, caller("guest 0", true));
        assertThat(admitted(admission, caller("other", false), 1)).isEqualTo(1);
        assertThat(admitted(admission, caller("guest", true), 100)).isZero();
        admission.release(Cost.HEAVY, facilitator);
        assertThat(admitted(admission, facilitator, 1))
                .as("refusals of guests are no overload of the others, regardless of what fills the queue")
                .isEqualTo(1);
    }

    private static void reject(EvaluationExecutor admission, int times) {
        for (int time = 0; time < times; time++) {
            admission.reject(Cost.LIGHT, Caller.SERVICE);
        }
    }

    @Test
    void overloadReducesTheLightQueue() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);
        EvaluationExecutor admission = admission(FOUR, now::get);
        reject(admission, 20);
        assertThat(admission.rejected()).isEqualTo(20);
        assertThat(admitUntilFull(admission, Cost.HEAVY)).as("heavy").isEqualTo(3 + 32);
        assertThat(admitUntilFull(admission, Cost.LIGHT)).as("light").isEqualTo(4 + 2);
        now.addAndGet(EvaluationExecutor.OVERLOAD_WINDOW_NANOS - 1);
        assertThat(admission.isFull(Cost.LIGHT, Caller.SERVICE)).isTrue();
        now.incrementAndGet();
        assertThat(admission.isFull(Cost.LIGHT, Caller.SERVICE)).isFalse();
        assertThat(tryAdmit(admission, Cost.LIGHT)).isTrue();
        assertThat(admission.admitted(Cost.LIGHT)).isEqualTo(7);
    }

    @Test
    void overloadLastsWhileManyAreRejected() {
        AtomicLong now = new AtomicLong();
        EvaluationExecutor admission = admission(FOUR, now::get);
        for (int second = 0; second < 5; second++) {
            reject(admission, 20);
            now.addAndGet(EvaluationExecutor.OVERLOAD_WINDOW_NANOS - 1);
            assertThat(admitUntilFull(admission, Cost.LIGHT))
                    .as("second %s", second)
                    .isEqualTo(6);
            for (int released = 0; released < 6; released++) {
                admission.release(Cost.LIGHT, Caller.SERVICE);
            }
            now.incrementAndGet();
        }
    }

    @Test
    void fewRejectionsAreNoOverload() {
        AtomicLong now = new AtomicLong();
        EvaluationExecutor admission = admission(FOUR, now::get);
        reject(admission, 11);
        now.addAndGet(EvaluationExecutor.OVERLOAD_WINDOW_NANOS);
        reject(admission, 11);
        assertThat(admitUntilFull(admission, Cost.LIGHT)).isEqualTo(68);
    }

    @Test
    void admittedRequestsKeepTheirPermits() {
        EvaluationExecutor admission = admission(FOUR);
        assertThat(admitUntilFull(admission, Cost.LIGHT)).isEqualTo(68);
        reject(admission, 20);
        for (int released = 0; released < 62; released++) {
            admission.release(Cost.LIGHT, Caller.SERVICE);
            assertThat(tryAdmit(admission, Cost.LIGHT))
                    .as("after %s releases", released + 1)
                    .isFalse();
        }
        admission.release(Cost.LIGHT, Caller.SERVICE);
        assertThat(tryAdmit(admission, Cost.LIGHT)).isTrue();
    }
}
